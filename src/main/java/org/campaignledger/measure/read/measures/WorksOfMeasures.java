package org.campaignledger.measure.read.measures;

import java.sql.Array;
import java.util.Arrays;
import java.util.List;
import org.campaignledger.platform.processing.ProjectionPositions;
import org.campaignledger.platform.works.NamedWorks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Documents that measures name and of which nothing is known; none of them goes with a person. */
@Component
class WorksOfMeasures implements NamedWorks {

    private static final String UNKNOWN = """
        select sha256, array_agg(first order by first) as positions
        from (select fields ->> 'document' as sha256, min(valid_from) as first
              from measure_register where fields ->> 'document' > ? group by 1, id) as measure
        where not exists (select from work where digest = sha256 and arriving_at is null)
        group by sha256 order by sha256 limit ?""";

    private final JdbcClient jdbc;
    private final ProjectionPositions positions;

    WorksOfMeasures(JdbcClient jdbc, ProjectionPositions positions) {
        this.jdbc = jdbc;
        this.positions = positions;
    }

    @Override
    public long knownUpTo() {
        return positions.positionOf(MeasureRegister.NAME);
    }

    @Override
    public List<Named> unknown(String after, int most) {
        return jdbc.sql(UNKNOWN).params(after, most).query((row, number) -> {
            Array first = row.getArray(2);
            return new Named(row.getString(1), Arrays.asList((Long[]) first.getArray()), false);
        }).list();
    }
}
