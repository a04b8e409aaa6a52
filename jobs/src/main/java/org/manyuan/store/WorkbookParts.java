package org.manyuan.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.manyuan.config.Settings.LimitSettings;

/**
 * Which parts a workbook has and where they lie.
 *
 * @param from1904 whether its days count from 1904
 */
record WorkbookParts(List<SheetPart> sheets, boolean from1904, Optional<String> texts, Optional<String> styles) {
    /** The part of a workbook that names all others. */
    static final String WORKBOOK = "xl/workbook.xml";

    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";
    /** More than a clerk can look through. */
    private static final int MOST_SHEETS = 500;

    /** A sheet of cells, and where it lies. */
    record SheetPart(String name, boolean isVisible, String path) {}

    private record Relation(String kind, String path) {}

    static WorkbookParts of(ZipFile zip, Unpacking unpacking, LimitSettings limits)
            throws IOException, XMLStreamException {
        Map<String, Relation> relations = relations(zip, unpacking, limits);
        List<SheetPart> sheets = new ArrayList<>();
        boolean from1904 = false;
        Optional<XmlPart> opened = XmlPart.open(zip, WORKBOOK, unpacking, limits);
        try (XmlPart xml = opened.orElseThrow(() -> unpacking.refused(Refusal.NOT_A_WORKBOOK, ""))) {
            while (xml.next()) {
                if (xml.begins("workbookPr")) {
                    from1904 = xml.is("date1904");
                } else if (xml.begins("sheet")) {
                    Relation relation = relations.get(xml.attribute("id"));
                    if (relation != null && relation.kind.equals("worksheet")) {
                        String state = xml.attribute("state");
                        boolean isVisible = state.isEmpty() || state.equals("visible");
                        sheets.add(new SheetPart(Printable.of(xml.attribute("name")), isVisible, relation.path));
                    }
                    if (sheets.size() > MOST_SHEETS) {
                        throw unpacking.refused(Refusal.TOO_LARGE, Detail.moreThan(MOST_SHEETS, "个工作表", "sheets"));
                    }
                }
            }
        }
        return new WorkbookParts(
                List.copyOf(sheets), from1904, only(relations, "sharedStrings"), only(relations, "styles"));
    }

    private static Map<String, Relation> relations(ZipFile zip, Unpacking unpacking, LimitSettings limits)
            throws IOException, XMLStreamException {
        Map<String, Relation> relations = new HashMap<>();
        Optional<XmlPart> opened = XmlPart.open(zip, RELATIONS, unpacking, limits);
        try (XmlPart xml = opened.orElseThrow(() -> unpacking.refused(Refusal.DAMAGED_WORKBOOK, RELATIONS))) {
            while (xml.next()) {
                if (xml.begins("Relationship")) {
                    String kind = xml.attribute("Type");
                    kind = kind.substring(kind.lastIndexOf('/') + 1);
                    if (kind.equals("vbaProject") || kind.contains("acrosheet")) {
                        throw unpacking.refused(Refusal.MACROS, "");
                    }
                    if (kind.equals("externalLink")
                            || xml.attribute("TargetMode").equals("External")) {
                        throw unpacking.refused(Refusal.EXTERNAL_LINKS, "");
                    }
                    relations.put(xml.attribute("Id"), new Relation(kind, path(xml.attribute("Target"))));
                }
            }
        }
        return relations;
    }

    private static Optional<String> only(Map<String, Relation> relations, String kind) {
        return relations.values().stream()
                .filter(relation -> relation.kind.equals(kind))
                .map(Relation::path)
                .findFirst();
    }

    private static String path(String target) {
        return target.startsWith("/") ? target.substring(1) : "xl/" + target;
    }
}
