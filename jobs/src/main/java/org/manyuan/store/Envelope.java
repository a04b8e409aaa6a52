package org.manyuan.store;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.manyuan.contract.Contract;
import org.manyuan.contract.ContractHeader;
import org.manyuan.contract.ProblemCode;

/**
 * What the headers of a message say.
 *
 * @param dataset which one its value is a row of; empty where it is told by none
 * @param submitter the district that hands it in; empty where none is named
 * @param problem why nobody can read it, {@code CODE:header}; empty where its value can be looked at
 */
record Envelope(String dataset, String submitter, String problem) {
    private static final String SUBMITTER = "submitter";
    private static final Pattern DISTRICT = Pattern.compile("[0-9A-Za-z][0-9A-Za-z_-]{0,39}");

    static Envelope of(Headers headers) {
        Header named = headers.lastHeader(ContractHeader.NAME);
        if (named == null || named.value() == null) {
            return poison(ProblemCode.NO_CONTRACT, ContractHeader.NAME);
        }
        Optional<Contract> contract = text(named).flatMap(ContractHeader::read);
        if (contract.isEmpty()) {
            return poison(ProblemCode.UNKNOWN_CONTRACT, ContractHeader.NAME);
        }
        Header from = headers.lastHeader(SUBMITTER);
        String submitter = from == null || from.value() == null
                ? ""
                : text(from).filter(said -> DISTRICT.matcher(said).matches()).orElse(null);
        return submitter == null
                ? poison(ProblemCode.BAD_SUBMITTER, SUBMITTER)
                : new Envelope(contract.get().dataset(), submitter, "");
    }

    boolean isPoison() {
        return !problem.isEmpty();
    }

    private static Envelope poison(ProblemCode code, String header) {
        return new Envelope("", "", code + ":" + header);
    }

    private static Optional<String> text(Header header) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(header.value()))
                    .toString());
        } catch (CharacterCodingException undecodable) {
            return Optional.empty();
        }
    }
}
