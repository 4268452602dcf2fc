package org.campaignledger.seal.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TreeTest {

    /** The leaves and roots with which implementations of RFC 6962 have been tested since the first. */
    private static final List<String> LEAVES = List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657",
            "606162636465666768696a6b6c6d6e6f");

    private final Map<Tile, byte[]> kept = new HashMap<>();

    private byte[] hashes(Tile tile) {
        return Objects.requireNonNull(kept.get(tile), () -> "no " + tile);
    }

    private Edge grown(Edge edge, List<byte[]> leaves) {
        leaves.forEach(edge::append);
        kept.putAll(edge.changed());
        edge.kept();
        return edge;
    }

    @ParameterizedTest
    @CsvSource({"0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"})
    void theKnownLeavesHaveTheKnownRoots(int size, String root) {
        Edge edge = grown(new Edge(0, this::hashes), LEAVES.stream().limit(size)
                .map(leaf -> Hashes.leaf(Hashes.sha256(), HexFormat.of().parseHex(leaf))).toList());
        assertThat(HexFormat.of().formatHex(edge.root())).isEqualTo(root);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aTreeThatGrowsInAnyStepsIsTheOneOfTheDefinition(long seed) {
        Random random = new Random(seed);
        List<byte[]> leaves = leaves(random, 3_000);
        Edge edge = new Edge(0, this::hashes);
        int size = 0;
        while (size < leaves.size()) {
            int next = Math.min(leaves.size(), size + random.nextInt(700));
            // Every other batch goes on from what was kept, as after a restart.
            edge = grown(random.nextBoolean() ? edge : new Edge(size, this::hashes), leaves.subList(size, next));
            size = next;
            assertThat(edge.size()).isEqualTo(size);
            assertThat(edge.root()).isEqualTo(Naive.root(leaves.subList(0, size)));
        }
        for (int i = 0; i < 100; i++) {
            int earlier = random.nextInt(leaves.size() + 1);
            assertThat(new Tree(this::hashes).root(earlier)).isEqualTo(Naive.root(leaves.subList(0, earlier)));
        }
    }

    @Test
    void everyLeafOfEverySizeIsProvenAndNoOther() {
        List<byte[]> leaves = leaves(new Random(4), 300);
        grown(new Edge(0, this::hashes), leaves);
        Tree tree = new Tree(this::hashes);
        for (int size : new int[]{1, 2, 3, 7, 8, 255, 256, 257, 300}) {
            byte[] root = tree.root(size);
            for (int index = 0; index < size; index++) {
                List<byte[]> proof = tree.inclusion(index, size);
                assertThat(Naive.includes(leaves.get(index), index, size, proof, root)).isTrue();
                assertThat(Naive.includes(leaves.get((index + 1) % 300), index, size, proof, root)).isFalse();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void aProofWithOneBitChangedProvesNothing(long seed) {
        Random random = new Random(seed);
        List<byte[]> leaves = leaves(random, 2_500);
        grown(new Edge(0, this::hashes), leaves);
        Tree tree = new Tree(this::hashes);
        for (int i = 0; i < 300; i++) {
            int size = 2 + random.nextInt(leaves.size() - 1);
            int index = random.nextInt(size);
            byte[] root = tree.root(size);
            List<byte[]> proof = tree.inclusion(index, size);
            assertThat(Naive.includes(leaves.get(index), index, size, proof, root)).isTrue();
            assertThat(Naive.includes(leaves.get(index), index, size, oneBitChanged(proof, random), root)).isFalse();
            int earlier = 1 + random.nextInt(size - 1);
            List<byte[]> consistency = tree.consistency(earlier, size);
            byte[] before = tree.root(earlier);
            assertThat(Naive.isConsistent(earlier, size, before, root, consistency)).isTrue();
            assertThat(Naive.isConsistent(earlier, size, before, root, oneBitChanged(consistency, random))).isFalse();
        }
    }

    @Test
    void everySizeIsConsistentWithEveryEarlierOne() {
        List<byte[]> leaves = leaves(new Random(7), 130);
        grown(new Edge(0, this::hashes), leaves);
        Tree tree = new Tree(this::hashes);
        for (int size = 1; size <= 130; size++) {
            for (int earlier = 1; earlier < size; earlier++) {
                assertThat(Naive.isConsistent(earlier, size, tree.root(earlier), tree.root(size),
                        tree.consistency(earlier, size))).isTrue();
            }
            assertThat(tree.consistency(size, size)).isEmpty();
            assertThat(tree.consistency(0, size)).isEmpty();
        }
    }

    @Test
    void tilesAreThoseOfTheSpecification() {
        List<byte[]> leaves = leaves(new Random(8), 70_000);
        Edge edge = grown(new Edge(0, this::hashes), leaves);
        // The example of C2SP tlog-tiles.
        assertThat(kept.keySet().stream().filter(tile -> tile.level() == 0)).hasSize(274);
        assertThat(new Tile(0, 273).widthIn(70_000)).isEqualTo(112);
        assertThat(new Tile(1, 0).widthIn(70_000)).isEqualTo(256);
        assertThat(new Tile(1, 1).widthIn(70_000)).isEqualTo(17);
        assertThat(new Tile(2, 0).widthIn(70_000)).isEqualTo(1);
        assertThat(new Tile(2, 1).widthIn(70_000)).isZero();
        assertThat(hashes(new Tile(1, 1))).hasSize(17 * 32);
        assertThat(Arrays.copyOf(hashes(new Tile(0, 273)), 32)).isEqualTo(leaves.get(273 * 256));
        assertThat(edge.root()).isEqualTo(Naive.root(leaves));
    }

    private static List<byte[]> leaves(Random random, int count) {
        int salt = random.nextInt();
        return Stream.iterate(0, n -> n + 1).limit(count)
                .map(n -> Naive.leaf(ByteBuffer.allocate(8).putInt(salt).putInt(n).array())).toList();
    }

    private static List<byte[]> oneBitChanged(List<byte[]> proof, Random random) {
        List<byte[]> changed = new ArrayList<>(proof);
        int which = random.nextInt(proof.size());
        byte[] hash = proof.get(which).clone();
        hash[random.nextInt(32)] ^= (byte) (1 << random.nextInt(8));
        changed.set(which, hash);
        return changed;
    }
}
