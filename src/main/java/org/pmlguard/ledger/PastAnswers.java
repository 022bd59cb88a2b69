package org.pmlguard.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pmlguard.risk.memory.PastAnswer;
import org.pmlguard.risk.memory.RiskInputs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/** Reads back with which coded reasons the cards of a patient were overridden. */
final class PastAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(PastAnswers.class);

    private static final TypeReference<Map<String, List<String>>> OFFERS = new TypeReference<>() {};
    private static final TypeReference<List<Recorded.Reason>> REASONS = new TypeReference<>() {};

    /** The latest are enough: an older one that still holds was given on the same inputs as a later one. */
    private static final int MOST = 50;

    private static final String QUERY = """
            select f.card, f.reason_system, f.reason_code, f.received_at, c.reasons_json, c.offers_json, c.inputs_json
            from feedback f join card c on c.uuid = f.card
            where f.tenant = ? and f.patient = ? and f.drug = ? and f.outcome = 'overridden'
              and f.reason_code is not null and c.inputs_json is not null
            order by f.received_at desc
            fetch first %d rows only
            """.formatted(MOST);

    private final Database database;
    private final ZoneId zone;

    /** @param zone in which days are counted */
    PastAnswers(Database database, ZoneId zone) {
        this.database = database;
        this.zone = zone;
    }

    List<PastAnswer> of(String tenant, String patient, String drug) {
        return database
                .jdbc()
                .sql(QUERY)
                .params(tenant, Kept.text(patient, Kept.NAME), drug)
                .query((row, number) -> answer(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Empty for a reason that the card did not offer, and for inputs of a form we no longer know: both quiet nothing. */
    private Optional<PastAnswer> answer(ResultSet row) throws SQLException {
        try {
            Optional<Recorded.Reason> reason = offered(row);
            Set<String> rules = rules(row);
            LocalDate on = row.getObject("received_at", OffsetDateTime.class)
                    .atZoneSameInstant(zone)
                    .toLocalDate();
            RiskInputs then = Kept.JSON.readValue(row.getString("inputs_json"), RiskInputs.class);
            String card = row.getString("card");
            return reason.filter(one -> !rules.isEmpty())
                    .map(one -> new PastAnswer(card, one.code(), one.display(), on, rules, then));
        } catch (JacksonException e) {
            LOG.warn("an earlier answer could not be read and quiets nothing");
            return Optional.empty();
        }
    }

    private static Optional<Recorded.Reason> offered(ResultSet row) throws SQLException {
        String system = row.getString("reason_system");
        String code = row.getString("reason_code");
        return Kept.JSON.readValue(row.getString("reasons_json"), REASONS).stream()
                .filter(reason -> reason.code().equals(code) && reason.system().equals(system))
                .findFirst();
    }

    private static Set<String> rules(ResultSet row) throws SQLException {
        String code = row.getString("reason_code");
        Stream<Map.Entry<String, List<String>>> offers =
                Kept.JSON.readValue(row.getString("offers_json"), OFFERS).entrySet().stream();
        return offers.filter(offer -> offer.getValue().contains(code))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
