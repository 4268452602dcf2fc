#!/usr/bin/env bash
# Makes what compose.yaml mounts as secrets, in docker/secrets: what is there already is left alone, so that it can be run
# again after an upgrade. Needs openssl. The files are readable by every user of this machine who may enter the folder,
# because Compose hands them to containers with the rights they have here, and the service is nobody here; the folder
# itself is for its owner only.
set -euo pipefail
cd "$(dirname "$0")"
umask 077
mkdir -p secrets
config="$(cd ../axon-config && pwd)"
cd secrets
chmod 0700 .

text() { [ -e "$1" ] || { "${@:2}" | tr -d '\n' > "$1"; echo "made $1"; }; }

text postgres-password     openssl rand -hex 24
text ledger-admin-password openssl rand -hex 12
text ledger-checker-password openssl rand -hex 12
text ledger-keys-master    openssl rand -base64 32
text ledger-keys-natural   openssl rand -base64 32
text ledger-log-key        openssl rand -base64 32
text ledger-metrics-token  openssl rand -hex 24
text axon-token            openssl rand -hex 24
text axon-admin-token    openssl rand -hex 24
text axon-internal-token   openssl rand -hex 24
text grafana-password      openssl rand -hex 12
# Where alerts go: put the address of your own on-call service in.
text alert-webhook-url     echo http://localhost:9/nobody-is-told

# One certificate for all nodes, signed by itself: the service trusts just this one.
if [ ! -e axonserver.crt ]; then
    openssl req -x509 -newkey rsa:3072 -nodes -days 825 -subj /CN=axonserver -keyout axonserver.key -out axonserver.crt \
        -addext 'subjectAltName=DNS:axonserver-1,DNS:axonserver-2,DNS:axonserver-3,DNS:localhost' 2>/dev/null
    echo "made axonserver.crt, good for 825 days"
fi

# The template with the token in it: it is read once, at the very first start.
for kind in single cluster; do
    [ -e "$kind-template.yaml" ] || {
        sed "s/@TOKEN@/$(cat axon-token)/" "$config/$kind/cluster-template.yaml" > "$kind-template.yaml"
        echo "made $kind-template.yaml"
    }
done
chmod 0444 -- *
