package org.campaignledger.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What stands where in a compose file, after the Compose specification (compose-spec/compose-spec, schema/compose-spec.json),
 * as far as ours go: a part that is not named here is not known and is told, so that whoever uses it first adds it.
 */
final class ComposeForm {

    /** Instead of a name: any name. */
    private static final String ANY = "*";

    private static final Pattern DURATION = Pattern.compile("(\\d+(\\.\\d+)?(us|ms|s|m|h))+");
    private static final Pattern SIZE = Pattern.compile("\\d+(\\.\\d+)?([bB]|[kKmMgG][bB]?)");

    /** Names by the place where they stand. */
    private static final Map<String, Set<String>> NAMES = Map.ofEntries(
            Map.entry("", Set.of("name", "services", "networks", "volumes", "secrets", "configs", "include")),
            Map.entry("/services", Set.of(ANY)),
            Map.entry("/services/*", Set.of("annotations", "attach", "build", "cap_add", "cap_drop", "command",
                    "configs", "container_name", "cpus", "depends_on", "deploy", "dns", "entrypoint", "env_file",
                    "environment", "expose", "extends", "extra_hosts", "group_add", "healthcheck", "hostname", "image",
                    "init", "ipc", "labels", "logging", "mem_limit", "networks", "oom_score_adj", "pids_limit",
                    "platform", "ports", "profiles", "pull_policy", "read_only", "restart", "scale", "secrets",
                    "security_opt", "shm_size", "stop_grace_period", "stop_signal", "sysctls", "tmpfs", "tty",
                    "ulimits", "user", "volumes", "working_dir")),
            Map.entry("/services/*/build", Set.of("context", "dockerfile", "dockerfile_inline", "args", "target",
                    "cache_from", "cache_to", "labels", "network", "no_cache", "platforms", "pull", "secrets", "tags")),
            Map.entry("/services/*/depends_on", Set.of(ANY)),
            Map.entry("/services/*/depends_on/*", Set.of("condition", "restart", "required")),
            Map.entry("/services/*/deploy", Set.of("mode", "replicas", "endpoint_mode", "labels", "placement",
                    "resources", "restart_policy", "rollback_config", "update_config")),
            Map.entry("/services/*/deploy/resources", Set.of("limits", "reservations")),
            Map.entry("/services/*/deploy/resources/limits", Set.of("cpus", "memory", "pids")),
            Map.entry("/services/*/deploy/resources/reservations", Set.of("cpus", "memory", "devices")),
            Map.entry("/services/*/environment", Set.of(ANY)),
            Map.entry("/services/*/healthcheck", Set.of("test", "interval", "timeout", "retries", "start_period",
                    "start_interval", "disable")),
            Map.entry("/services/*/logging", Set.of("driver", "options")),
            // Of the driver json-file, which is the one that is used.
            Map.entry("/services/*/logging/options", Set.of("max-size", "max-file", "compress", "labels", "env")),
            Map.entry("/services/*/secrets/*", Set.of("source", "target", "uid", "gid", "mode")),
            Map.entry("/services/*/ulimits", Set.of(ANY)),
            Map.entry("/services/*/ulimits/*", Set.of("soft", "hard")),
            Map.entry("/networks", Set.of(ANY)),
            Map.entry("/networks/*", Set.of("name", "driver", "driver_opts", "attachable", "enable_ipv4", "enable_ipv6",
                    "external", "internal", "ipam", "labels")),
            Map.entry("/volumes", Set.of(ANY)),
            Map.entry("/volumes/*", Set.of("name", "driver", "driver_opts", "external", "labels")),
            Map.entry("/secrets", Set.of(ANY)),
            Map.entry("/secrets/*", Set.of("name", "file", "environment", "external")));

    /** What values must look like, by where they stand. */
    private static final Map<String, Pattern> VALUES = Map.ofEntries(
            Map.entry("/services/*/restart", Pattern.compile("no|always|unless-stopped|on-failure(:\\d+)?")),
            Map.entry("/services/*/depends_on/*/condition", Pattern.compile(
                    "service_(started|healthy|completed_successfully)")),
            Map.entry("/services/*/stop_grace_period", DURATION),
            Map.entry("/services/*/shm_size", SIZE),
            Map.entry("/services/*/read_only", Pattern.compile("true|false")),
            Map.entry("/services/*/healthcheck/interval", DURATION),
            Map.entry("/services/*/healthcheck/timeout", DURATION),
            Map.entry("/services/*/healthcheck/start_period", DURATION),
            Map.entry("/services/*/healthcheck/retries", Pattern.compile("\\d+")),
            Map.entry("/services/*/deploy/resources/limits/cpus", Pattern.compile("\\d+(\\.\\d+)?")),
            Map.entry("/services/*/deploy/resources/limits/memory", SIZE),
            Map.entry("/services/*/deploy/resources/reservations/memory", SIZE),
            Map.entry("/services/*/logging/driver", Pattern.compile("json-file")),
            Map.entry("/services/*/logging/options/max-size", Pattern.compile("\\d+[kmg]")),
            Map.entry("/services/*/logging/options/max-file", Pattern.compile("\\d+")),
            Map.entry("/networks/*/internal", Pattern.compile("true|false")));

    private ComposeForm() {}

    /** Everything that stands where the specification has no such name, or no such value; empty where all is well. */
    static List<String> faults(JsonNode compose) {
        List<String> faults = new ArrayList<>();
        look(compose, "", "", faults);
        return faults;
    }

    private static void look(JsonNode node, String kind, String place, List<String> faults) {
        if (node.isObject()) {
            Set<String> names = NAMES.getOrDefault(kind, Set.of());
            node.forEachEntry((name, value) -> {
                if (kind.isEmpty() && name.startsWith("x-")) {
                    return;
                }
                if (names.contains(name) || names.contains(ANY)) {
                    look(value, kind + "/" + (names.contains(ANY) ? ANY : name), place + "/" + name, faults);
                } else {
                    faults.add(place + "/" + name + ": no such name");
                }
            });
        } else if (node.isArray()) {
            node.forEach(one -> look(one, kind + "/" + ANY, place + "/-", faults));
        } else {
            Pattern value = VALUES.get(kind);
            if (value != null && !value.matcher(node.asString("")).matches()) {
                faults.add(place + ": no such value as " + node.asString(""));
            }
        }
    }
}
