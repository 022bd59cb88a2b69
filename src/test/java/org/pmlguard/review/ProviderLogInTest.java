package org.pmlguard.review;

import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Staff log in at their hospital's identity provider. */
@TestPropertySource(properties = "pmlguard.ledger.url=jdbc:h2:mem:desk;DB_CLOSE_DELAY=-1")
class ProviderLogInTest extends DeskServer {

    @BeforeEach
    void forget() {
        Provider.server().resetRequests();
    }

    /** What stands in an address or a form. */
    private record Query(Map<String, String> values) {
        String get(String name) {
            return Objects.requireNonNull(values.get(name));
        }
    }

    private static Query query(URI address) {
        return query(address.getRawQuery());
    }

    private static Query query(String raw) {
        return new Query(Arrays.stream(raw.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(
                        Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8))));
    }

    /** Goes to the provider; gives what it was asked. */
    private static Query atProvider(Browser browser) {
        HttpResponse<String> page = browser.get("/login/start");
        assertThat(page.uri().toString()).startsWith(Provider.issuer() + "/authorize");
        return query(page.uri());
    }

    private HttpResponse<String> back(Browser browser, String state) {
        return browser.get("/login/oauth2/code/desk?code=the-code&state=" + state);
    }

    private HttpResponse<String> loggedIn(Browser browser, String name, String... roles) throws Exception {
        Query asked = atProvider(browser);
        Provider.gives(
                Provider.signed(Provider.claims(asked.get("nonce"), name, roles).build(), Provider.KEY));
        return back(browser, asked.get("state"));
    }

    private void refused(Consumer<JWTClaimsSet.Builder> change) throws Exception {
        Browser browser = new Browser();
        Query asked = atProvider(browser);
        JWTClaimsSet.Builder claims = Provider.claims(asked.get("nonce"), "pia", "pml-pharmacist");
        change.accept(claims);
        Provider.gives(Provider.signed(claims.build(), Provider.KEY));
        isOutside(browser, back(browser, asked.get("state")));
    }

    private static void isOutside(Browser browser, HttpResponse<String> answer) {
        assertThat(answer.uri().getPath()).isEqualTo("/login");
        assertThat(answer.body()).contains("role=\"alert\"");
        assertThat(browser.get("/review").uri().getPath()).isEqualTo("/login");
    }

    @Test
    void aPharmacistComesInByCodeAndProofKey() throws Exception {
        Browser browser = new Browser();
        Query asked = atProvider(browser);
        assertThat(asked.values())
                .containsEntry("response_type", "code")
                .containsEntry("client_id", Provider.CLIENT)
                .containsEntry("code_challenge_method", "S256")
                .hasEntrySatisfying(
                        "scope", scope -> assertThat(scope.split(" ", -1)).containsOnly("openid", "profile"));
        Provider.gives(Provider.signed(
                Provider.claims(asked.get("nonce"), "pia", "pml-pharmacist", "other")
                        .build(),
                Provider.KEY));
        HttpResponse<String> page = back(browser, asked.get("state"));
        assertThat(page.uri().getPath()).isEqualTo("/review");
        assertThat(page.body()).contains(">pia<");

        String sent = Provider.server()
                .findAll(postRequestedFor(urlEqualTo("/token")))
                .getFirst()
                .getBodyAsString();
        byte[] verifier = query(sent).get("code_verifier").getBytes(StandardCharsets.US_ASCII);
        assertThat(Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier)))
                .isEqualTo(asked.get("code_challenge"));
    }

    @Test
    void whatTheyDoStandsUnderTheirName() throws Exception {
        Line line = signed("natalizumab-year-3-high-index", "oidc-patient");
        Browser browser = new Browser();
        loggedIn(browser, "pia", "pml-pharmacist");
        browser.get("/review/" + line.id());
        assertThat(browser.act(line, "take", "", "").body()).contains("taken by pia");
    }

    @Test
    void aRoleOfTheProviderIsARoleHere() throws Exception {
        Browser browser = new Browser();
        HttpResponse<String> page = loggedIn(browser, "hugo", "pml-it");
        assertThat(page.uri().getPath()).isEqualTo("/review/insight");
        assertThat(browser.get("/review").statusCode()).isEqualTo(403);
    }

    @Test
    void whoHasNoRoleHereIsNotLetIn() throws Exception {
        Browser browser = new Browser();
        HttpResponse<String> answer = loggedIn(browser, "nobody", "cardiologist");
        isOutside(browser, answer);
        assertThat(answer.body()).contains("no role here");
    }

    @Test
    void nobodyActsUnderTheNameOfAnAccountOrOfTheServer() throws Exception {
        for (String name : new String[] {"ada", "system", "<b>"}) {
            Browser browser = new Browser();
            isOutside(browser, loggedIn(browser, name, "pml-pharmacist"));
        }
    }

    @Test
    void aTokenForAnotherLogInIsRefused() throws Exception {
        refused(claims -> claims.claim("nonce", "another"));
        refused(claims -> claims.claim("nonce", null));
    }

    @Test
    void aTokenForAnotherClientOrOfAnotherIssuerIsRefused() throws Exception {
        refused(claims -> claims.audience("another"));
        refused(claims -> claims.issuer("https://elsewhere.example"));
    }

    @Test
    void aTokenWhoseTimeIsOverIsRefused() throws Exception {
        refused(claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(600))));
    }

    @Test
    void aTokenThatTheProviderDidNotSignIsRefused() throws Exception {
        for (String kind : new String[] {"foreign", "none", "secret"}) {
            Browser browser = new Browser();
            Query asked = atProvider(browser);
            JWTClaimsSet claims =
                    Provider.claims(asked.get("nonce"), "pia", "pml-pharmacist").build();
            SignedJWT withSecret = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
            withSecret.sign(new MACSigner("a secret of the client, thirty-two characters"));
            Provider.gives(
                    switch (kind) {
                        case "foreign" -> Provider.signed(claims, Provider.FOREIGN);
                        case "none" -> new PlainJWT(claims).serialize();
                        default -> withSecret.serialize();
                    });
            isOutside(browser, back(browser, asked.get("state")));
        }
    }

    @Test
    void anAnswerThatNobodyAskedForIsRefused() {
        Browser browser = new Browser();
        atProvider(browser);
        isOutside(browser, back(browser, "another-state"));
        assertThat(Provider.server().findAll(postRequestedFor(urlEqualTo("/token"))))
                .isEmpty();
        Browser never = new Browser();
        isOutside(never, back(never, "any"));
    }

    @Test
    void whoChangesTheirMindAtTheProviderIsBackAtTheLogIn() {
        Browser browser = new Browser();
        Query asked = atProvider(browser);
        isOutside(browser, browser.get("/login/oauth2/code/desk?error=access_denied&state=" + asked.get("state")));
    }

    @Test
    void theSessionIsAnotherAfterTheLogIn() throws Exception {
        Browser browser = new Browser();
        atProvider(browser);
        String before = browser.session();
        loggedIn(browser, "pia", "pml-pharmacist");
        assertThat(browser.session()).isNotEqualTo(before);
    }

    @Test
    void loggingOutHereLogsOutThereToo() throws Exception {
        Browser browser = new Browser();
        HttpResponse<String> page = loggedIn(browser, "pia", "pml-pharmacist");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .endsWith("form-action 'self' " + Provider.issuer());
        HttpResponse<String> left = browser.post("/logout", Map.of("a", "b"));
        assertThat(left.uri().toString()).startsWith(Provider.issuer() + "/leave");
        assertThat(query(left.uri()).values()).containsKey("id_token_hint").containsKey("post_logout_redirect_uri");
        assertThat(browser.get("/review").uri().getPath()).isEqualTo("/login");
    }
}
