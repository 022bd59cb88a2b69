package org.pmlguard.replay;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pmlguard.cdshooks.BadCall;
import org.pmlguard.cdshooks.Call;
import org.pmlguard.cdshooks.CallReader;
import org.pmlguard.cdshooks.Context;
import org.pmlguard.cdshooks.Service;
import org.pmlguard.replay.Account.Entry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lines that are whole CDS Hooks requests, read as the server reads a body. */
final class Calls {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CallReader reader = new CallReader();
    private final Engine engine;
    private final Options options;

    Calls(Engine engine, Options options) {
        this.engine = engine;
        this.options = options;
    }

    /** Answers a request, and counts what came of it. */
    void check(Place place, Text line, Results results) {
        Optional<Service> service = engine.listening(hook(line));
        try {
            Call call = reader.read(line.bytes(), service.orElseThrow(() -> new BadCall("hook", "no service listens")));
            results.account().count(Entry.CALLS);
            check(place, call, service.get(), results);
        } catch (BadCall e) {
            results.add(place, Fault.BAD_CALL);
        }
    }

    private static String hook(Text line) {
        try {
            return JSON.readTree(line.bytes()).path("hook").asString("");
        } catch (JacksonException | NumberFormatException e) {
            return "";
        }
    }

    private void check(Place place, Call call, Service service, Results results) {
        Optional<LocalDate> day = options.day().or(() -> written(call));
        if (day.isEmpty()) {
            results.add(place, Fault.NO_DATE);
        } else if (!options.covers(day.get())) {
            results.account().count(Entry.OUTSIDE);
        } else {
            answer(place, call, service, day.get(), results);
        }
    }

    /** The day its latest order was written. */
    private static Optional<LocalDate> written(Call call) {
        return drafts(call)
                .flatMap(draft -> AsOf.known(draft).stream())
                .reduce(Moment::orLater)
                .map(Moment::day);
    }

    private static Stream<JsonNode> drafts(Call call) {
        return call.context() instanceof Context.Orders orders ? orders.drafts().stream() : Stream.empty();
    }

    private void answer(Place place, Call call, Service service, LocalDate day, Results results) {
        try {
            List<Said> said = engine.check(call, service, day, engine.answers(false));
            results.add(new Checked(
                    service.hook(),
                    day,
                    clinic(call),
                    drafts(call).map(Calls::name).findFirst().orElse(""),
                    call.context().patientId().map(id -> "Patient/" + id).orElse(""),
                    engine.orders(call),
                    said));
        } catch (RuntimeException e) {
            results.add(place, Fault.FAILED);
        }
    }

    private static String name(JsonNode draft) {
        return draft.path("resourceType").asString("") + "/" + draft.path("id").asString("");
    }

    private static String clinic(Call call) {
        List<JsonNode> encounters = call.prefetch()
                .everything()
                .filter(row -> row.path("resourceType").asString("").equals("Encounter"))
                .toList();
        Clinics clinics = new Clinics(encounters, new Library());
        return drafts(call)
                .map(clinics::of)
                .filter(name -> !name.equals(Clinics.UNKNOWN))
                .findFirst()
                .orElse(Clinics.UNKNOWN);
    }
}
