package org.pmlguard.connect.selftest;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pmlguard.cdshooks.Service;
import org.pmlguard.connect.check.Check;
import org.pmlguard.connect.check.Result;
import tools.jackson.databind.JsonNode;

/** What discovery must answer. */
final class DiscoveryChecks {

    private static final String PATH = "/cds-services";
    private static final String REPORT = "report it; the definitions are shipped with the program";

    private final Target target;

    DiscoveryChecks(Target target) {
        this.target = target;
    }

    List<Check> all() {
        return List.of(
                new Check(
                        "DISC-01",
                        "Discovery is at {base}/cds-services: 200 and a list of services",
                        "2.0 Discovery",
                        this::isThere),
                new Check("DISC-02", "Its content type is JSON in UTF-8", "2.0 Discovery", this::isJson),
                new Check(
                        "DISC-03",
                        "Each service has hook, description and id; what else it has is known to 2.0.1 or 3.0",
                        "2.0 Discovery",
                        this::definitionsAreLegal),
                new Check(
                        "DISC-04",
                        "No id is used twice",
                        "ours: the reference client calls only the last of them",
                        this::idsAreUnique),
                new Check("DISC-05", "Nothing in it is null or empty", "2.0 General JSON rules", this::nothingIsEmpty),
                new Check(
                        "DISC-06",
                        "Prefetch templates hold only tokens that 2.0 knows and that their hook offers",
                        "2.0 Prefetch tokens",
                        this::templatesAreLegal),
                new Check(
                        "DISC-07",
                        "Prefetch templates search by plain parameters: no include, no chain, no modifier but :in",
                        "2.0 Prefetch query restrictions",
                        this::queriesAreSimple),
                new Check(
                        "DISC-08",
                        "Each service says what it needs (usageRequirements)",
                        "2.0 Discovery, optional",
                        this::needsAreTold),
                new Check("DISC-09", "A closing slash changes nothing", "ours", this::slashIsTheSame),
                new Check("DISC-10", "Another method than GET is refused with 404 or 405", "ours", this::onlyGet));
    }

    private Stream<JsonNode> services() {
        return target.get(PATH).json().path("services").valueStream();
    }

    /** Of no service nothing can be said. */
    private boolean isAny() {
        return services().findAny().isPresent();
    }

    private Result isThere() {
        Answer answer = target.get(PATH);
        boolean good = answer.status() == 200 && answer.json().path("services").isArray();
        return good
                ? new Result.Passed(answer.json().path("services").size() + " services")
                : new Result.Failed(
                        answer.inShort() + " or no services", "see that this is the base address of PML Guard");
    }

    private Result isJson() {
        Answer answer = target.get(PATH);
        return Result.of(
                answer.type().equals("application/json;charset=utf-8"),
                "Content-Type is " + answer.type(),
                "see whether a proxy changes it");
    }

    private Result definitionsAreLegal() {
        return each(service -> Service.read(service), "a definition is against the specification");
    }

    private Result templatesAreLegal() {
        return each(
                service -> Service.read(service).prefetch().keySet().forEach(Service.read(service)::template),
                "a prefetch template is illegal");
    }

    private interface Reading {
        void of(JsonNode service);
    }

    private Result each(Reading reading, String wrong) {
        List<String> illegal = services()
                .filter(service -> !isRead(reading, service))
                .map(DiscoveryChecks::id)
                .toList();
        return Result.of(illegal.isEmpty() && isAny(), wrong + ": " + illegal, REPORT);
    }

    private static boolean isRead(Reading reading, JsonNode service) {
        try {
            reading.of(service);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Result idsAreUnique() {
        List<String> ids = services().map(DiscoveryChecks::id).toList();
        return Result.of(ids.size() == Set.copyOf(ids).size(), "an id is there twice", REPORT);
    }

    private Result nothingIsEmpty() {
        return Neat.blemish(target.get(PATH).json())
                .<Result>map(path -> new Result.Failed(path + " is null or empty", REPORT))
                .orElseGet(Result::passed);
    }

    private Result queriesAreSimple() {
        String crooked = services()
                .flatMap(service -> service.path("prefetch").valueStream())
                .map(JsonNode::asString)
                .filter(query -> query.replaceAll("\\{\\{[^}]*}}", "")
                        .matches(".*(_include|_has|:(?!//)(?!in=)|[?&][A-Za-z_-]+\\.).*"))
                .collect(Collectors.joining(", "));
        return Result.of(crooked.isEmpty() && isAny(), "not every server understands " + crooked, REPORT);
    }

    private Result needsAreTold() {
        List<String> silent = services()
                .filter(service -> !service.has("usageRequirements"))
                .map(DiscoveryChecks::id)
                .toList();
        return Result.of(silent.isEmpty() && isAny(), "no usageRequirements: " + silent, REPORT);
    }

    private Result slashIsTheSame() {
        return Result.of(
                target.get(PATH + "/").json().equals(target.get(PATH).json()),
                "/cds-services/ answers otherwise",
                "see whether a proxy changes the path");
    }

    private Result onlyGet() {
        int status = target.ask("DELETE", PATH).status();
        return Result.of(Set.of(404, 405).contains(status), "HTTP " + status, "see whether a proxy answers instead");
    }

    private static String id(JsonNode service) {
        return service.path("id").asString("without an id");
    }
}
