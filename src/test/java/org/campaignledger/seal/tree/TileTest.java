package org.campaignledger.seal.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TileTest {

    @ParameterizedTest
    @CsvSource({"0, 000", "67, 067", "999, 999", "1000, x001/000", "1234067, x001/x234/067",
            "123456789012345, x123/x456/x789/x012/345"})
    void anIndexHasOnePath(long index, String path) {
        assertThat(Tile.number(index)).isEqualTo(path);
        assertThat(Tile.index(path)).contains(index);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "67", "0067", "x000/067", "001/067", "x001/x067", "x001/067/", "-01", "x001//067",
            "00a", "x999/x999/x999/x999/x999/999", "../000", "０００"})
    void nothingElseIsAnIndex(String path) {
        assertThat(Tile.index(path)).isEmpty();
    }
}
