package org.manyuan.contract;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a bureau has after it handed in every passing sample: the rows that other rows refer to. */
final class SampleWarehouse {
    /** The folder that the samples were handed in by: an invented county. */
    private static final String COUNTY = "370991";

    private static final List<String> REFERRED_TO =
            List.of("district", "school", "education_group", "exam", "exam_paper");

    private References references = References.builder("cn").build();

    private SampleWarehouse() {}

    static SampleWarehouse ofPassingSamples() {
        SampleWarehouse warehouse = new SampleWarehouse();
        References.Builder builder = References.builder("cn");
        for (String dataset : REFERRED_TO) {
            for (Map<String, String> row : warehouse.rows(dataset)) {
                add(builder, dataset, row);
            }
            warehouse.references = builder.build();
        }
        return warehouse;
    }

    References references() {
        return references;
    }

    /** What the header says of a file of that name. */
    Match match(SampleSheet sheet, String fileName) {
        return HeaderMatch.bind(Contracts.all(), sheet.header(), new SourceName(fileName, COUNTY));
    }

    /** The same under the sample's own name, which mostly leaves the dataset to be told from the header. */
    Match match(SampleSheet sheet) {
        return match(sheet, sheet.file().getFileName().toString());
    }

    private List<Map<String, String>> rows(String dataset) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (Path file : SampleFolder.files(dataset, "pass")) {
            SampleSheet sheet = SampleSheet.read(file);
            Binding binding = match(sheet).binding();
            if (binding != null) {
                rows.addAll(sheet.through(binding, references).accepted);
            }
        }
        return rows;
    }

    private static void add(References.Builder builder, String dataset, Map<String, String> row) {
        switch (dataset) {
            case "district" -> builder.district(row.get("district_code"), row.get("parent_code"));
            case "school" ->
                builder.school(
                        row.get("school_code"),
                        row.get("district_code"),
                        row.get("authority_code"),
                        row.get("name"),
                        row.get("aliases"));
            case "education_group" -> builder.group(row.get("group_code"));
            case "exam" -> builder.exam(row.get("exam_code"), row.get("district_code"));
            default ->
                builder.paper(
                        row.get("exam_code"),
                        row.get("subject"),
                        decimal(row.get("full_mark")),
                        decimal(row.get("score_step")));
        }
    }

    private static BigDecimal decimal(String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
