package org.pmlguard.connect.golive;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pmlguard.cdshooks.Discovery;
import org.pmlguard.connect.check.Check;
import org.pmlguard.connect.check.Result;
import org.pmlguard.tenant.Admission;
import org.pmlguard.tenant.Tenant;

/** Whether the EHR's calls would be let in. */
final class TrustChecks {

    private static final Result OPEN = new Result.Skipped("callers of this tenant bring no token (auth: none)");

    private final Admission admission;
    private final Tenant tenant;
    private final Evidence evidence;
    private final Discovery discovery;
    private final String publicUrl;

    TrustChecks(Admission admission, Tenant tenant, Evidence evidence, Discovery discovery, String publicUrl) {
        this.admission = admission;
        this.tenant = tenant;
        this.evidence = evidence;
        this.discovery = discovery;
        this.publicUrl = publicUrl;
    }

    List<Check> all() {
        return List.of(
                new Check(
                        "LIVE-02",
                        "Calls of the tenant are authenticated",
                        "2.0 Trusting CDS Clients",
                        this::isAuthenticated),
                new Check(
                        "LIVE-03",
                        "EHRs reach the server at a public https address",
                        "2.0 Security and Safety",
                        this::isPublic),
                new Check(
                        "LIVE-04",
                        "The tenant's key set can be had and holds a key for the accepted algorithms",
                        "2.0 Trusting CDS Clients",
                        this::hasKeys),
                new Check("LIVE-05", "A token of the EHR is accepted", "2.0 Trusting CDS Clients", this::isAccepted));
    }

    private Result isAuthenticated() {
        return Result.of(
                tenant.auth() == Tenant.Auth.JWT,
                "anybody who reaches the server is this tenant (auth: none)",
                "set auth: jwt, issuer and jku of the tenant");
    }

    private Result isPublic() {
        if (publicUrl.isBlank()) {
            return new Result.Failed(
                    "pmlguard.public-url is not set", "set it to the https address of the proxy before this server");
        }
        return publicUrl.startsWith("https://")
                ? new Result.Passed(publicUrl)
                : new Result.Failed(
                        "pmlguard.public-url is " + publicUrl + ", without TLS",
                        "let a proxy end TLS, and name its https address");
    }

    private Result hasKeys() {
        return admission.keys(tenant.id()).map(TrustChecks::judged).orElse(OPEN);
    }

    private static Result judged(Admission.KeysSeen keys) {
        String faults = keys.faults().isEmpty() ? "" : " (" + String.join("; ", keys.faults()) + ")";
        if (keys.fitting() > 0) {
            return new Result.Passed(keys.fitting() + " usable, from " + withoutQuery(keys.place()) + faults);
        }
        String why = keys.why().isEmpty() ? "no key fits the tenant's algorithms" : keys.why();
        return new Result.Failed(
                withoutQuery(keys.place()) + ": " + why + faults,
                "publish an RSA key of 2048 bits or a P-256, P-384 or P-521 key there, or correct the tenant's jku");
    }

    /** Where keys are is no secret; what stands behind a question mark might be. */
    private static String withoutQuery(String place) {
        return place.replaceFirst("\\?.*", "");
    }

    private Result isAccepted() {
        if (evidence.token().isEmpty()) {
            return new Result.Skipped("no token was given (--token-file)");
        }
        return admission
                .verdict(tenant.id(), evidence.token().get(), endpoints())
                .map(TrustChecks::judged)
                .orElse(OPEN);
    }

    private static Result judged(Admission.Verdict verdict) {
        Optional<String> endpoint = verdict.endpoint();
        return endpoint.isPresent()
                ? new Result.Passed("for " + endpoint.get())
                : new Result.Failed(verdict.wrong(), verdict.remedy());
    }

    private List<String> endpoints() {
        return discovery.services().stream()
                .map(service -> "/cds-services/" + service.id())
                .flatMap(path -> Stream.of(path, path + "/feedback"))
                .toList();
    }

    /** Whether an address is for trying only: it means the machine it is used on. */
    static boolean isThisMachine(URI address) {
        return String.valueOf(address.getHost()).matches("localhost|127\\..*|\\[::1]");
    }
}
