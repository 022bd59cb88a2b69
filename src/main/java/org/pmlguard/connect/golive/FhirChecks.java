package org.pmlguard.connect.golive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.pmlguard.clinical.Gap;
import org.pmlguard.connect.check.Check;
import org.pmlguard.connect.check.Result;
import org.pmlguard.connect.kit.Scopes;
import org.pmlguard.fhir.Rehearsal;
import org.pmlguard.tenant.FhirServer;
import org.pmlguard.tenant.Tenant;

/** Whether the EHR's FHIR server answers what we ask of it. */
final class FhirChecks {

    /** The releases whose elements are read. */
    private static final Set<String> VERSIONS = Set.of("1.0", "3.0", "4.0", "4.3", "5.0");

    private static final Result NO_PATIENT = new Result.Skipped("no test patient was given (--patient, or --call)");
    private static final Result NO_SERVER =
            new Result.Skipped("the tenant has no fhir-servers: everything must come by prefetch");
    private static final Result NOT_REGISTERED = new Result.Skipped("it is not registered; see LIVE-07");

    private final Rehearsal rehearsal;
    private final Tenant tenant;
    private final Evidence evidence;
    private final AsCalled called;

    FhirChecks(Rehearsal rehearsal, Tenant tenant, Evidence evidence, AsCalled called) {
        this.rehearsal = rehearsal;
        this.tenant = tenant;
        this.evidence = evidence;
        this.called = called;
    }

    List<Check> all() {
        List<Check> all = new ArrayList<>(List.of(
                new Check(
                        "LIVE-06",
                        "The registered FHIR servers are reached over TLS",
                        "2.0 FHIR Resource Access",
                        this::overTls),
                new Check(
                        "LIVE-07",
                        "The fhirServer of the call is registered for the tenant",
                        "ours",
                        this::isRegistered),
                new Check(
                        "LIVE-08",
                        "Its metadata can be read, and its FHIR version is one that is read here",
                        "ours",
                        () -> asked(this::metadata))));
        int number = 10;
        for (String key : called.service().prefetch().keySet()) {
            all.add(new Check(
                    "LIVE-" + number++,
                    "The prefetch template " + key + " is answered for the patient",
                    "2.0 Prefetch",
                    () -> ofPatient(() -> template(key))));
        }
        all.add(new Check(
                "LIVE-20", "The scopes of the access token let all of it be read", "SMART App Launch", this::scopes));
        return all;
    }

    /** Only where there is a server that may be asked. */
    Result asked(Supplier<Result> trial) {
        if (!called.hasServer()) {
            return NO_SERVER;
        }
        return rehearsal.isRegistered(called.call()) ? trial.get() : NOT_REGISTERED;
    }

    /** Only where there is a patient, too. */
    Result ofPatient(Supplier<Result> trial) {
        return called.hasPatient() ? asked(trial) : NO_PATIENT;
    }

    private Result overTls() {
        List<String> plain = tenant.servers().stream()
                .filter(server -> server.base().getScheme().equals("http"))
                .filter(server -> !TrustChecks.isThisMachine(server.base()))
                .map(FhirServer::toString)
                .toList();
        if (!plain.isEmpty()) {
            return new Result.Failed(
                    "http without TLS: " + plain, "give it TLS; the profile production does not start with it");
        }
        boolean here = tenant.servers().stream().anyMatch(server -> TrustChecks.isThisMachine(server.base()));
        return tenant.servers().isEmpty()
                ? NO_SERVER
                : here ? new Result.Skipped("it is on this machine: for trying only") : Result.passed();
    }

    private Result isRegistered() {
        if (!called.hasServer()) {
            return NO_SERVER;
        }
        return Result.of(
                rehearsal.isRegistered(called.call()),
                "the call names another fhirServer than " + tenant.servers(),
                "add the fhirServer exactly as the EHR sends it to the tenant's fhir-servers");
    }

    private Result metadata() {
        List<String> detail = new ArrayList<>();
        Optional<String> version = rehearsal.version(called.call(), detail);
        if (version.isEmpty()) {
            return new Result.Failed(
                    "no CapabilityStatement at /metadata (" + String.join(", ", detail) + ")",
                    "see whether the base address is right and reachable from here");
        }
        boolean isRead = VERSIONS.stream()
                .anyMatch(one -> version.get().equals(one) || version.get().startsWith(one + "."));
        return isRead
                ? new Result.Passed("FHIR " + version.get())
                : new Result.Failed(
                        "it speaks FHIR " + plain(version.get()) + ", read are 1.0, 3.0, 4.0, 4.3 and 5.0",
                        "register the base address of another version of this server");
    }

    /** What came from outside goes to a terminal. */
    private static String plain(String text) {
        String printable = text.replaceAll("[^A-Za-z0-9.-]", "");
        return printable.substring(0, Math.min(20, printable.length()));
    }

    private Result template(String key) {
        Rehearsal.Heard heard = rehearsal.ask(key, called.service(), called.call());
        if (heard.failure().isPresent()) {
            return failure(key, heard.failure().get(), heard.detail());
        }
        String seen = heard.rows() + " rows on the first page, " + heard.took().toMillis() + " ms";
        return heard.whole()
                ? new Result.Passed(seen)
                : new Result.Failed(
                        "only a narrower question is understood (" + heard.detail() + "), so cards will call it a part",
                        "send " + key + " by prefetch, or ask the vendor for the search of the template");
    }

    private Result failure(String key, Gap.Cause why, String detail) {
        String type =
                Scopes.type(called.service().prefetch().getOrDefault(key, "")).orElse("");
        String remedy = switch (why) {
            case TOKEN_REFUSED -> "take a fresh access token of the FHIR server, granted to this service";
            case REFUSED -> "grant the scope patient/" + type + ".rs (SMART v1: patient/" + type + ".read)";
            case NOT_UNDERSTOOD -> "ask the vendor for this search, or send " + key + " by prefetch";
            case TIMED_OUT -> "see why it takes more than 10 s, or send " + key + " by prefetch";
            case ADDRESS_NOT_ALLOWED -> "if the server is in your own network, set fhir.private-network: true";
            case UNREACHABLE -> "see whether this machine may connect to it, and trusts its certificate";
            default -> "see the log of the FHIR server, or send " + key + " by prefetch";
        };
        return new Result.Failed(type + ": " + why.words() + " (" + detail + ")", remedy);
    }

    private Result scopes() {
        Optional<String> granted = called.scopes(evidence);
        if (granted.isEmpty()) {
            return new Result.Skipped("what the token may read is not known (--scopes, or --call)");
        }
        List<Scopes.Needed> needed = Scopes.of(List.of(called.service()));
        List<String> missing = Scopes.missing(needed, granted.get());
        List<String> narrowed = Scopes.narrowed(needed, granted.get());
        if (!missing.isEmpty()) {
            return new Result.Failed(
                    "nothing lets us read and search " + String.join(", ", missing),
                    "grant "
                            + String.join(
                                    " ",
                                    missing.stream()
                                            .map(type -> "patient/" + type + ".rs")
                                            .toList()));
        }
        return narrowed.isEmpty()
                ? Result.passed()
                : new Result.Passed(narrowed.size() + " of them show a part of the rows only");
    }
}
