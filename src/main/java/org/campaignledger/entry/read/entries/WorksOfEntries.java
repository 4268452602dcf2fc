package org.campaignledger.entry.read.entries;

import java.sql.Array;
import java.util.Arrays;
import java.util.List;
import org.campaignledger.platform.processing.ProjectionPositions;
import org.campaignledger.platform.works.NamedWorks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Works that entries name and of which nothing is known. Forgotten is what individuals alone submitted whose personal data
 * were erased: the same that {@code WhenAPersonIsErasedTheirWorksGo} destroys.
 */
@Component
class WorksOfEntries implements NamedWorks {

    private static final String UNKNOWN = """
        select sha256, array_agg(first order by first) as positions, bool_or(forgotten) and not bool_or(kept) as gone
        from (select fields -> 'work' ->> 'sha256' as sha256, min(valid_from) as first,
                     bool_or(fields ->> 'forgotten' is not null and fields ->> 'kind' = 'INDIVIDUAL') as forgotten,
                     bool_or(valid_to is null
                         and (fields ->> 'forgotten' is null or fields ->> 'kind' <> 'INDIVIDUAL')) as kept
              from entry_register where fields -> 'work' ->> 'sha256' > ? group by 1, id) as entry
        where not exists (select from work where digest = sha256 and arriving_at is null)
        group by sha256 order by sha256 limit ?""";

    private final JdbcClient jdbc;
    private final ProjectionPositions positions;

    WorksOfEntries(JdbcClient jdbc, ProjectionPositions positions) {
        this.jdbc = jdbc;
        this.positions = positions;
    }

    @Override
    public long knownUpTo() {
        return positions.positionOf(EntryProjection.NAME);
    }

    @Override
    public List<Named> unknown(String after, int most) {
        return jdbc.sql(UNKNOWN).params(after, most).query((row, number) -> {
            Array first = row.getArray(2);
            return new Named(row.getString(1), Arrays.asList((Long[]) first.getArray()), row.getBoolean(3));
        }).list();
    }
}
