package org.pmlguard.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;
import org.pmlguard.cdshooks.BadCall;
import org.pmlguard.cdshooks.Call;
import org.pmlguard.cdshooks.CallReader;
import org.pmlguard.clinical.Gap;
import org.pmlguard.fhir.ChartReader;
import org.pmlguard.fhir.OrderReader;
import org.pmlguard.fhir.Outbound;

@Tag("fuzz")
class RecordFuzzTest {

    @FuzzTest(maxExecutions = 100_000)
    void aRecordIsReadWhateverStandsInIt(byte[] body) {
        try {
            Call call = new CallReader().read(body, OrderSign.SERVICE);
            Outbound out = Outbound.none(Gap.Cause.NOT_SENT);
            new OrderReader().read(call, out);
            new ChartReader().read(call, OrderSign.SERVICE, out);
        } catch (BadCall refused) {
            refused.path();
        }
    }
}
