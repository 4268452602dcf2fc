package org.campaignledger.exchange.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.campaignledger.testing.Forms.aPhone;
import static org.campaignledger.testing.Workbooks.csv;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.campaignledger.platform.cli.CommandLines;
import org.campaignledger.platform.cli.SignIn;
import org.campaignledger.testing.AtTheDoor;
import org.campaignledger.testing.Desk;
import org.campaignledger.testing.Form;
import org.campaignledger.testing.Ledger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code import}, {@code export} and {@code progress}, as a script runs them against a running ledger. */
@AtTheDoor
class SheetsAtTheCommandLineTest {

    private static final String HEADER = "unit,person.name,person.phone,occurredOn";

    @TempDir
    Path folder;

    private final Ledger shared;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Ledger ledger;

    SheetsAtTheCommandLineTest(Ledger ledger) {
        this.shared = ledger;
        this.ledger = ledger;
    }

    @BeforeEach
    void aCampaignOfItsOwn() {
        ledger = shared.withAnotherCampaign();
        ledger.as("fj");
    }

    private int run(String... arguments) {
        return run(new SignIn(Ledger.password(), null), arguments);
    }

    private int run(SignIn signIn, String... arguments) {
        List<Supplier<? extends Callable<Integer>>> commands = List.of(() -> {
            ImportCommand command = new ImportCommand();
            command.ledger().setSignIn(signIn);
            return command;
        }, () -> {
            ExportCommand command = new ExportCommand();
            command.ledger().setSignIn(signIn);
            return command;
        }, () -> {
            ProgressCommand command = new ProgressCommand();
            command.ledger().setSignIn(signIn);
            return command;
        });
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return new CommandLines(commands).writingTo(new PrintWriter(out), new PrintWriter(err)).run(arguments)
                .orElseThrow();
    }

    private Path sheet(String... lines) throws IOException {
        return Files.write(folder.resolve("people.csv"), csv(lines));
    }

    private int imports(Path file, String... more) {
        String[] all = {"import", ledger.address(), file.toString(), "--user", "fj", "--campaign", ledger.campaign(),
                "--kind", "propagandists"};
        String[] arguments = java.util.Arrays.copyOf(all, all.length + more.length);
        System.arraycopy(more, 0, arguments, all.length, more.length);
        return run(arguments);
    }

    @Test
    void aSheetThatIsRightIsRecordedAndSaysSo() throws IOException {
        assertThat(imports(sheet(HEADER, "FJ,表甲," + aPhone() + ",2019-06-01"))).as(err::toString).isZero();
        assertThat(out.toString()).contains("has begun", "DONE: 1 rows read, 1 recorded (0 of them before), 0 refused");
        Desk fujian = ledger.as("fj");
        assertThat(fujian.reads("propagandists").at("/items")).hasSize(1);
    }

    @Test
    void theSameAgainRecordsNothingTwice() throws IOException {
        Path file = sheet(HEADER, "FJ,表甲," + aPhone() + ",2019-06-01");
        assertThat(imports(file)).isZero();
        assertThat(imports(file)).isZero();
        assertThat(out.toString()).contains("1 recorded (1 of them before)");
    }

    @Test
    void rowsThatAreWrongAreNamedAndKeptBesideTheirErrors() throws IOException {
        Path wrong = folder.resolve("wrong.csv");
        assertThat(imports(sheet(HEADER, "FJ,表甲," + aPhone() + ",2019-06-01", "FJ,表乙,123,2019-06-31"), "--errors",
                wrong.toString(), "--language", "en")).isEqualTo(1);
        assertThat(out.toString()).contains("2 rows read, 1 recorded", "1 refused", "row 3, Recruited on: ", wrong
                .toString());
        assertThat(Files.readString(wrong)).contains("表乙");
    }

    @Test
    void aDryRunWritesNothing() throws IOException {
        assertThat(imports(sheet(HEADER, "FJ,表甲," + aPhone() + ",2019-06-01"), "--dry-run")).isZero();
        assertThat(out.toString()).contains("DONE (dry run: nothing was written)");
        assertThat(ledger.as("fj").reads("propagandists").at("/items")).isEmpty();
    }

    @Test
    void whatCannotBeDoneIsOneSentence() throws IOException {
        assertThat(imports(folder.resolve("none.csv"))).isEqualTo(2);
        assertThat(err.toString()).startsWith("there is no file ");
        Path file = sheet(HEADER, "FJ,表甲," + aPhone() + ",2019-06-01");
        assertThat(run("import", ledger.address(), file.toString(), "--campaign", ledger.campaign(), "--kind",
                "propagandists")).isEqualTo(2);
        assertThat(err.toString()).startsWith("--user names the account");
        assertThat(run("import", ledger.address(), file.toString(), "--user", "fj", "--campaign", "1912", "--kind",
                "propagandists")).isEqualTo(2);
        assertThat(err.toString()).startsWith("404 ");
        assertThat(run("progress", "ledger.invalid", "--campaign", "2019")).isEqualTo(2);
        assertThat(err.toString()).startsWith("not the address of a service");
    }

    private SignIn token(String holder, String access) {
        return new SignIn(null, ledger.as(holder).posts("/api/v1/accounts/" + holder + "/tokens", new Form().with(
                "name", "夜间报表").with("access", access).with("expiresOn", LocalDate.now().plusDays(9).toString()))
                .isRecorded().at("/token").stringValue());
    }

    /** An account with a second factor has no other way: no script types its codes. */
    @Test
    void aTokenOfTheEnvironmentSignsInWithoutAName() throws IOException {
        SignIn writing = token("fj", "WRITE");
        Path file = sheet(HEADER, "FJ,表甲," + aPhone() + ",2019-06-01");
        assertThat(run(writing, "import", ledger.address(), file.toString(), "--campaign", ledger.campaign(), "--kind",
                "propagandists")).as(err::toString).isZero();
        Path register = folder.resolve("people.ndjson");
        assertThat(run(token("fj", "READ"), "export", ledger.address(), "--campaign", ledger.campaign(), "--register",
                "propagandists", "--to", register.toString(), "--user", "nobody-at-all")).as(err::toString).isZero();
        assertThat(Files.readString(register)).contains("表甲");
        assertThat(run(token("fj", "READ"), "import", ledger.address(), file.toString(), "--campaign", ledger
                .campaign(), "--kind", "propagandists")).isEqualTo(2);
        assertThat(err.toString()).startsWith("403 token-access");
        assertThat(run(new SignIn(null, "a b"), "progress", ledger.address(), "--campaign", ledger.campaign()))
                .isEqualTo(2);
        assertThat(err.toString()).startsWith("what LEDGER_TOKEN holds is no token").doesNotContain("a b");
        assertThat(run(new SignIn(null, " "), "progress", ledger.address(), "--campaign", ledger.campaign()))
                .as("set to nothing is not set").isZero();
    }

    @Test
    void aRegisterComesOutAndIsTakenInElsewhere() throws IOException {
        Ledger empty = shared.withAnotherCampaign();
        imports(sheet(HEADER, "FJ,表甲," + aPhone() + ",2019-06-01", "FJ,表乙," + aPhone() + ",2019-06-02"));
        Path file = folder.resolve("register.xlsx");
        assertThat(run("export", ledger.address(), "--user", "fj", "--campaign", ledger.campaign(), "--register",
                "propagandists", "--filter", "unit=FJ", "--to", file.toString())).as(err::toString).isZero();
        assertThat(out.toString()).contains("EXPORTED up to position ", file.toString());
        ledger = empty;
        assertThat(imports(file)).as(out::toString).isZero();
        assertThat(ledger.as("fj").reads("propagandists").at("/items")).hasSize(2);
    }

    @Test
    void aRefusedExportLeavesWhatWasThere() throws IOException {
        Path file = Files.writeString(folder.resolve("register.csv"), "as it was");
        assertThat(run("export", ledger.address(), "--campaign", ledger.campaign(), "--register", "propagandists",
                "--to", file.toString())).isEqualTo(2);
        assertThat(err.toString()).startsWith("401 ");
        assertThat(Files.readString(file)).isEqualTo("as it was");
        try (var left = Files.list(folder)) {
            assertThat(left).hasSize(1);
        }
        assertThat(run("export", ledger.address(), "--campaign", ledger.campaign(), "--register", "propagandists",
                "--to", "register.pdf")).isEqualTo(2);
        assertThat(err.toString()).contains("written as .xlsx, .csv or .ndjson");
    }

    @Test
    void progressIsToldToAnyone() throws IOException {
        imports(sheet(HEADER, "FJ,表甲," + aPhone() + ",2019-06-01"));
        ledger.progressAfter(ledger.head());
        assertThat(run("progress", ledger.address(), "--campaign", ledger.campaign())).as(err::toString).isZero();
        assertThat(out.toString()).containsPattern("propagandists +░{24} +1 of 20,000 \\(0\\.0 %\\), plan ");
        assertThat(run("progress", ledger.address(), "--campaign", ledger.campaign(), "--json", "--unit", "FJ"))
                .isZero();
        assertThat(out.toString()).startsWith("{").contains("\"unit\":\"FJ\"");
    }

    @Test
    void beingBehindThePlanIsAnExitCode() {
        assertThat(run("progress", ledger.address(), "--campaign", ledger.campaign(), "--on", "2019-10-01", "--behind",
                "5")).isEqualTo(1);
    }
}
