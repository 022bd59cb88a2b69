package org.pmlguard.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.junit.jupiter.api.Tag;
import org.pmlguard.cdshooks.BadCall;
import org.pmlguard.cdshooks.CallReader;

@Tag("fuzz")
class CallFuzzTest {

    @FuzzTest(maxExecutions = 100_000)
    void aCallIsReadOrRefused(byte[] body) {
        try {
            new CallReader().read(body, OrderSign.SERVICE);
        } catch (BadCall refused) {
            refused.path();
        }
    }
}
