package org.campaignledger.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    Path temporary;

    @Test
    void it_is_created_for_its_owner_alone() throws Exception {
        try (var data = DataDirectory.open(temporary.resolve("new/data"))) {
            for (Path folder : new Path[]{data.root(), data.keys()}) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))).isEqualTo("rwx------");
            }
        }
    }

    @Test
    void a_folder_in_use_is_refused_in_one_sentence_that_says_what_to_do() {
        try (var first = DataDirectory.open(temporary)) {
            assertThatThrownBy(() -> DataDirectory.open(temporary))
                    .isInstanceOf(DataDirectoryInUse.class)
                    .hasMessage("The data folder " + first.root() + " is in use by this very process: stop that"
                            + " instance, or give this one a folder of its own with ledger.data-dir.")
                    .hasNoCause();
        }
    }

    @Test
    void a_second_process_is_refused_and_told_who_holds_it_even_after_an_attempt_from_within() throws Exception {
        try (var first = DataDirectory.open(temporary)) {
            assertThatThrownBy(() -> DataDirectory.open(temporary)).isInstanceOf(DataDirectoryInUse.class);
            try (var second = SecondProcess.on(temporary, "select 1")) {
                assertThat(second.says()).startsWith("The data folder " + first.root() + " is in use by process "
                        + ProcessHandle.current().pid() + ": ");
            }
        }
    }

    @Test
    void a_folder_that_was_let_go_can_be_taken_again() {
        DataDirectory.open(temporary).close();
        var second = DataDirectory.open(temporary);
        second.close();
        second.close();
        assertThat(second.root()).isDirectory();
    }
}
