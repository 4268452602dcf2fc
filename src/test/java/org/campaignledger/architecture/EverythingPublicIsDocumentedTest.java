package org.campaignledger.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every public type and method of the product says in its javadoc what it is for. */
class EverythingPublicIsDocumentedTest {

    @Test
    void theProductIs() throws IOException {
        List<Path> sources = Sources.below(Path.of("src", "main", "java"));
        assertThat(sources).hasSizeGreaterThan(200);
        assertThat(Undocumented.in(sources)).isEmpty();
    }

    @Test
    void whatIsNotIsFound() {
        assertThat(Undocumented.in("""
            package x;
            public class Bare {
                public Bare() {}
                public void method() {}
                void ours() {}
                public record Inner(int a) {
                    public int a() { return a; }
                    public Inner {}
                    public int b() { return a; }
                    @Override public String toString() { return ""; }
                }
                public interface Words { void word(); }
                interface Hidden { void word(); }
            }
            class Ours { public void method() {} }
            """)).containsExactlyInAnyOrder("class Bare", "Bare.Bare", "Bare.method", "record Inner", "Inner.b",
                "interface Words", "Words.word");
    }

    @Test
    void whatIsDocumentedPasses() {
        assertThat(Undocumented.in("""
            package x;
            /** A class. */
            public class Told {
                /** Makes one. */
                public Told() {}
                /** Does it. */
                public void method() {}
                /** A constant. */
                public enum Kind { A, B }
            }
            """)).isEmpty();
    }
}
