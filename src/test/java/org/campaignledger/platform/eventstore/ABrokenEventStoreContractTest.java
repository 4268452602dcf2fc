package org.campaignledger.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract can be broken: every sabotage of an otherwise honest store makes some of its tests fail. */
class ABrokenEventStoreContractTest {

    @Test
    void an_honest_store_in_memory_keeps_the_contract() {
        assertThat(parts()).hasSizeGreaterThan(35);
        assertThat(firstBroken(Sabotage.NONE)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void a_sabotaged_store_breaks_it(Sabotage sabotage) {
        assertThat(firstBroken(sabotage)).isPresent();
    }

    /** Called by name, since there is no launcher among the tests' libraries. */
    private static List<Method> parts() {
        return Arrays.stream(EventStoreContract.class.getMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .sorted(Comparator.comparing(Method::getName, ABrokenEventStoreContractTest::theLongOneLast)).toList();
    }

    private static int theLongOneLast(String one, String other) {
        String last = "two_instances_under_load_keep_one_ledger";
        return one.equals(last) || other.equals(last)
                ? Boolean.compare(one.equals(last), other.equals(last))
                : one.compareTo(other);
    }

    private static Optional<String> firstBroken(Sabotage sabotage) {
        EventStoreContract contract = () -> new MemoryStoreUnderTest(sabotage);
        for (Method part : parts()) {
            try {
                part.invoke(contract);
            } catch (InvocationTargetException failure) {
                System.out.println(sabotage + " breaks " + part.getName() + ": " + failure.getCause());
                return Optional.of(part.getName());
            } catch (IllegalAccessException e) {
                throw new AssertionError(e);
            }
        }
        return Optional.empty();
    }
}
