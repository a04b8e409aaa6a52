package org.manyuan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractHeaderTest {
    @ParameterizedTest
    @ValueSource(strings = {"enrollment", "enrollment;v=1.0.0", " enrollment ; v = 1.0.7 "})
    void namesTheContract(String header) {
        assertThat(ContractHeader.read(header)).hasValue(Contracts.of("enrollment"));
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(
            strings = {
                "",
                "enrolment",
                "ENROLLMENT",
                "enrollment;v=2.0.0",
                "enrollment;v=0.9.0",
                "enrollment;v=1.999.0",
                "enrollment;v=1",
                "enrollment;v=1.0.99999999999999999999",
                "enrollment;v=1.0.0;x=1",
                "../enrollment"
            })
    void namesNoneThatCanBeRead(String header) {
        assertThat(ContractHeader.read(header)).isEmpty();
    }

    @Test
    void readsWhatAProducerWrites() {
        assertThat(Contracts.all()).allSatisfy(contract -> assertThat(ContractHeader.read(ContractHeader.of(contract)))
                .hasValue(contract));
    }
}
