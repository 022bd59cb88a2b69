package org.pmlguard.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.pmlguard.tenant.Tenant.Auth;
import org.pmlguard.tenant.Terms.Allowance;
import org.pmlguard.tenant.Terms.Mode;

/** How many calls are let in at the same time. */
class CrowdTest {

    private static Tenant tenant(String id, int perSecond, int atOnce) {
        Terms terms = new Terms(Set.of(), Optional.empty(), new Allowance(perSecond, atOnce), Mode.LIVE, false);
        return new Tenant(id, Auth.JWT, List.of(), terms);
    }

    @Test
    void aTenantHasSoManyPlacesAndALeavingCallMakesOneFree() {
        Crowd crowd = new Crowd(100);
        Tenant two = tenant("two", 0, 2);
        Visit first = crowd.admit(two);
        crowd.admit(two);
        assertThatExceptionOfType(TooMany.class)
                .isThrownBy(() -> crowd.admit(two))
                .matches(TooMany::isOfTheTenant)
                .matches(refused -> refused.seconds() == 1);
        first.close();
        assertThat(crowd.admit(two).tenant()).isEqualTo(two);
    }

    @Test
    void oneTenantDoesNotTakeThePlacesOfAnother() {
        Crowd crowd = new Crowd(100);
        crowd.admit(tenant("noisy", 0, 1));
        assertThatExceptionOfType(TooMany.class).isThrownBy(() -> crowd.admit(tenant("noisy", 0, 1)));
        assertThat(crowd.admit(tenant("quiet", 0, 1))).isNotNull();
    }

    @Test
    void aCallTurnedAwayHoldsNoPlace() {
        Crowd crowd = new Crowd(1);
        Visit only = crowd.admit(tenant("a", 0, 1));
        for (int n = 0; n < 10; n++) {
            assertThatExceptionOfType(TooMany.class)
                    .isThrownBy(() -> crowd.admit(tenant("b", 0, 1)))
                    .matches(refused -> !refused.isOfTheTenant());
        }
        only.close();
        assertThat(crowd.admit(tenant("b", 0, 1))).isNotNull();
    }

    @Test
    void afterTwoSecondsWorthOfCallsTheRateHolds() {
        Crowd crowd = new Crowd(1_000);
        Tenant slow = tenant("slow", 1, 0);
        crowd.admit(slow);
        crowd.admit(slow);
        assertThatExceptionOfType(TooMany.class)
                .isThrownBy(() -> {
                    for (int n = 0; n < 100; n++) {
                        crowd.admit(slow);
                    }
                })
                .matches(refused -> refused.seconds() >= 1);
    }
}
