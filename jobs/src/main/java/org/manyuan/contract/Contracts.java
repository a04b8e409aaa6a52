package org.manyuan.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The contracts that come with Manyuan, {@code schemas/contracts/source}, read once. */
public final class Contracts {
    private static final String ENDING = ".yaml";

    private Contracts() {}

    /** All of them, each after those that its columns refer to. */
    public static List<Contract> all() {
        return List.copyOf(Held.BY_NAME.values());
    }

    /**
     * The contract of a dataset.
     *
     * @throws IllegalArgumentException where there is none, naming those that are
     */
    public static Contract of(String dataset) {
        Contract contract = Held.BY_NAME.get(dataset);
        if (contract == null) {
            throw new IllegalArgumentException(
                    "there is no dataset " + dataset + "; known: " + String.join(", ", Held.BY_NAME.keySet()));
        }
        return contract;
    }

    /** A shared code list: code → the ways files write it, the first one Chinese. */
    public static Map<String, List<String>> vocabulary(String name) {
        return Held.VOCABULARIES.of(name);
    }

    /** Reads every contract of a class loader's {@code schemas}. */
    static Map<String, Contract> load(ClassLoader loader, Vocabularies vocabularies) {
        ClassPathFolder folder = new ClassPathFolder(loader, "schemas/contracts/source");
        Map<String, Contract> read = new TreeMap<>();
        for (String name : folder.names(ENDING)) {
            try (InputStream bytes = folder.open(name)) {
                Contract contract = new ContractFile(vocabularies).read("contracts/source/" + name, bytes);
                if (!name.equals(contract.dataset() + ENDING)) {
                    throw new MalformedYaml(
                            name, 1, "its id is " + contract.dataset() + ", its file name says otherwise");
                }
                read.put(contract.dataset(), contract);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return byDependency(read);
    }

    /** The shared code lists of a class loader's {@code schemas}. */
    static Vocabularies vocabularies(ClassLoader loader) {
        ClassPathFolder folder = new ClassPathFolder(loader, "schemas/vocabularies");
        return new Vocabularies(name -> Tree.read("vocabularies/" + name + ENDING, folder.open(name + ENDING)));
    }

    private static Map<String, Contract> byDependency(Map<String, Contract> read) {
        Map<String, Contract> sorted = new LinkedHashMap<>();
        read.keySet().forEach(dataset -> place(dataset, read, sorted, new ArrayList<>()));
        return sorted;
    }

    private static void place(
            String dataset, Map<String, Contract> read, Map<String, Contract> sorted, List<String> above) {
        Contract contract = read.get(dataset);
        if (contract == null || sorted.containsKey(dataset) || above.contains(dataset)) {
            return;
        }
        above.add(dataset);
        contract.columns().stream()
                .filter(column -> column.reference() != null)
                .forEach(column -> place(column.reference().dataset(), read, sorted, above));
        if (contract.rules().stream().anyMatch(rule -> rule.kind() == Rule.Kind.ON_PAPER)) {
            place("exam_paper", read, sorted, above);
        }
        above.remove(dataset);
        sorted.put(dataset, contract);
    }

    /** Read at first use. */
    private static final class Held {
        private static final ClassLoader LOADER = Contracts.class.getClassLoader();
        private static final Vocabularies VOCABULARIES = vocabularies(LOADER);
        private static final Map<String, Contract> BY_NAME = load(LOADER, VOCABULARIES);
    }
}
