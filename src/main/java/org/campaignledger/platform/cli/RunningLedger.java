package org.campaignledger.platform.cli;

import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which running ledger a command speaks to, and as whom: the options that such commands share. */
public final class RunningLedger {

    @Parameters(index = "0", paramLabel = "URL", description = "the service, such as http://localhost:8080")
    private String url = "";

    @Option(names = "--user", paramLabel = "NAME", description = "the account; its password comes from "
            + Password.VARIABLE + " or is asked. Not needed with a token in " + SignIn.TOKEN)
    private @Nullable String user;

    @Option(names = "--language", paramLabel = "LANG", description = "language of what the ledger says: zh-CN or en", defaultValue = "zh-CN")
    private String language = "zh-CN";

    private SignIn signIn = SignIn.ofTheEnvironment();

    /** For tests, which have no environment of their own. */
    public void setSignIn(SignIn given) {
        signIn = given;
    }

    /**
     * Makes the connection; nothing is sent yet.
     *
     * @throws IOException the address is none, or nobody tells the password
     */
    public LedgerConnection connect() throws IOException {
        return new LedgerConnection(address(), signIn.authorization(user), language);
    }

    /**
     * The same for a command that nobody may run without an account.
     *
     * @throws IOException no account is named, or what {@link #connect()} throws
     */
    public LedgerConnection signIn() throws IOException {
        if (!signIn.isPossible(user)) {
            throw new IOException("--user names the account that asks, or " + SignIn.TOKEN + " holds its token");
        }
        return connect();
    }

    private String address() throws IOException {
        try {
            URI uri = URI.create(url);
            if (uri.getUserInfo() != null) {
                throw new IOException("an address holds no password: name the account by --user");
            }
            if (uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null
                    && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return url.replaceAll("/+$", "");
            }
        } catch (IllegalArgumentException malformed) {
            throw new IOException("not the address of a service: " + url, malformed);
        }
        throw new IOException("not the address of a service: " + url);
    }
}
