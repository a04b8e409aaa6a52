package org.manyuan.contract;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header {@code contract} of a message: {@code enrollment;v=1.0.0}, or {@code enrollment} for whatever version is in force. A
 * version is understood where its major number is the contract's and its minor number is not later.
 */
public final class ContractHeader {
    /** The header's name. */
    public static final String NAME = "contract";

    private static final Pattern FORM =
            Pattern.compile("\\s*([a-z][a-z0-9_]*)\\s*(?:;\\s*v\\s*=\\s*(\\d{1,6})\\.(\\d{1,6})\\.\\d{1,6}\\s*)?");

    private ContractHeader() {}

    /** The contract that the header names; empty where it names none that can be read. */
    public static Optional<Contract> read(String header) {
        Matcher form = FORM.matcher(header);
        if (!form.matches()) {
            return Optional.empty();
        }
        return Contracts.all().stream()
                .filter(contract -> contract.dataset().equals(form.group(1)))
                .filter(contract -> form.group(2) == null || understands(contract, form.group(2), form.group(3)))
                .findFirst();
    }

    /** What a producer writes into the header for this contract. */
    public static String of(Contract contract) {
        return contract.dataset() + ";v=" + contract.version();
    }

    private static boolean understands(Contract contract, String major, String minor) {
        String[] ours = contract.version().split("\\.", -1);
        return Integer.parseInt(major) == Integer.parseInt(ours[0])
                && Integer.parseInt(minor) <= Integer.parseInt(ours[1]);
    }
}
