package org.campaignledger.privacy.write;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.campaignledger.kernel.Refused;
import org.campaignledger.platform.eventstore.EventCodec;
import org.campaignledger.platform.eventstore.LedgerStore;
import org.campaignledger.platform.eventstore.RecordedEvent;
import org.campaignledger.platform.personaldata.PersonalDataVault;
import org.campaignledger.platform.processing.ProjectionPositions;
import org.campaignledger.platform.web.door.Freshness;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the people of whom the ledger holds personal data, and opens what it holds. */
@Component
class PersonsInTheLedger {

    private static final String PROJECTION = "persons";
    private static final Pattern SUBJECT = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final String FIND = """
        select subject, position, campaign, unit, category, record_id from person where subject = ?
        order by position desc limit 1""";

    private final JdbcClient jdbc;
    private final LedgerStore store;
    private final EventCodec codec;
    private final ProjectionPositions positions;
    private final PersonalDataVault vault;

    PersonsInTheLedger(JdbcClient jdbc, LedgerStore store, EventCodec codec, ProjectionPositions positions,
            PersonalDataVault vault) {
        this.jdbc = jdbc;
        this.store = store;
        this.codec = codec;
        this.positions = positions;
        this.vault = vault;
    }

    /**
     * Who this is. Whoever was recorded before the question is found; whose event could not be taken in is known by
     * their key alone, and can be erased all the same.
     *
     * @throws Refused 404 there is no such person; 503 nobody can say so just now
     */
    KnownPerson find(String subject) {
        if (!SUBJECT.matcher(subject).matches()) {
            throw Refused.notFound();
        }
        long head = store.head();
        if (!positions.await(PROJECTION, head, Freshness.LONGEST_WAIT)) {
            throw Freshness.notYet(head);
        }
        return jdbc.sql(FIND).param(subject).query((row, number) -> known(row)).optional()
                .or(() -> knownByKey(subject)).orElseThrow(Refused::notFound);
    }

    private static KnownPerson known(ResultSet row) throws SQLException {
        return new KnownPerson(row.getString("subject"), new Place(row.getString("campaign"), row.getString("unit"),
                row.getString("category"), row.getString("record_id")), row.getLong("position"));
    }

    private Optional<KnownPerson> knownByKey(String subject) {
        return jdbc.sql("select subject from person_key where subject = ?").param(subject).query(String.class)
                .optional().map(found -> new KnownPerson(found, Place.UNKNOWN, null));
    }

    /** What is known of them; empty if their key is gone, or nobody knows which event holds it. */
    Optional<Map<String, String>> open(KnownPerson person) {
        Long position = person.position();
        return position == null
                ? Optional.empty()
                : store.at(position).flatMap(event -> open(person.subject(), event));
    }

    private Optional<Map<String, String>> open(String subject, RecordedEvent event) {
        return codec.decode(event).event().persons().stream().filter(held -> held.subject().equals(subject))
                .findFirst().flatMap(held -> vault.open(subject, held.ciphertext()));
    }
}
