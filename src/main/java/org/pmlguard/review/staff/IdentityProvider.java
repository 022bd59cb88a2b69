package org.pmlguard.review.staff;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** The hospital's identity provider. It is asked who it is when somebody first logs in, so the server starts without it. */
final class IdentityProvider implements ClientRegistrationRepository {

    static final String ID = "desk";

    private static final Logger LOG = LoggerFactory.getLogger(IdentityProvider.class);

    private static final ParameterizedTypeReference<Map<String, Object>> JSON = new ParameterizedTypeReference<>() {};

    private final OidcProperties properties;
    private final String publicUrl;
    private final AtomicReference<@Nullable ClientRegistration> known = new AtomicReference<>();

    /** @param publicUrl where this server is reached; blank: as each request says */
    IdentityProvider(OidcProperties properties, String publicUrl) {
        this.properties = properties;
        this.publicUrl = publicUrl.isBlank() ? "{baseUrl}" : publicUrl.replaceAll("/+$", "");
    }

    /** Follows no redirect, and waits for no answer longer than a person would. */
    static ClientHttpRequestFactory requests(Duration timeout) {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(client);
        factory.setReadTimeout(timeout);
        return factory;
    }

    /** Whether it can be asked now. */
    boolean isThere() {
        try {
            return findByRegistrationId(ID) != null;
        } catch (RestClientException | IllegalArgumentException | IllegalStateException e) {
            LOG.warn(
                    "the identity provider of pmlguard.review.oidc cannot be used kind={}",
                    e.getClass().getSimpleName());
            return false;
        }
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        if (!id.equals(ID)) {
            return null;
        }
        ClientRegistration before = known.get();
        if (before != null) {
            return before;
        }
        ClientRegistration found = registration(metadata());
        known.set(found);
        return found;
    }

    private Map<String, Object> metadata() {
        Map<String, Object> metadata = Objects.requireNonNull(RestClient.builder()
                .requestFactory(requests(properties.timeout()))
                .build()
                .get()
                .uri(properties.issuer().replaceAll("/+$", "") + "/.well-known/openid-configuration")
                .retrieve()
                .body(JSON));
        if (!properties.issuer().equals(metadata.get("issuer"))) {
            throw new IllegalStateException(
                    "the identity provider names another issuer than pmlguard.review.oidc.issuer");
        }
        for (String endpoint : new String[] {"authorization_endpoint", "token_endpoint", "jwks_uri"}) {
            if (!OidcProperties.isSafe(String.valueOf(metadata.get(endpoint)))) {
                throw new IllegalStateException("the identity provider names no safe " + endpoint);
            }
        }
        return metadata;
    }

    private ClientRegistration registration(Map<String, Object> metadata) {
        return ClientRegistrations.fromOidcConfiguration(metadata)
                .registrationId(ID)
                .clientId(properties.clientId())
                .clientSecret(properties.clientSecret())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .redirectUri(publicUrl + "/login/oauth2/code/" + ID)
                .scope(properties.scopes())
                .userNameAttributeName("sub")
                .build();
    }

    /** Where the provider sends the browser back to after a log-out. */
    String afterLogout() {
        return publicUrl + "/login?out";
    }
}
