package org.manyuan.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.manyuan.config.Settings.LimitSettings;

/** How a workbook shows its numbers, by the number of the style. */
record WorkbookStyles(List<Format> formats) {
    /** More than spreadsheets have. */
    private static final int MOST = 1 << 17;

    private static final Format GENERAL = new Format("", false);

    /** A number format, and whether it shows a day. */
    record Format(String text, boolean isDay) {}

    static WorkbookStyles of(ZipFile zip, Optional<String> part, Unpacking unpacking, LimitSettings limits)
            throws IOException, XMLStreamException {
        if (part.isEmpty()) {
            return new WorkbookStyles(List.of());
        }
        Optional<XmlPart> opened = XmlPart.open(zip, part.get(), unpacking, limits);
        if (opened.isEmpty()) {
            return new WorkbookStyles(List.of());
        }
        Map<Integer, String> own = new HashMap<>();
        List<Integer> used = new ArrayList<>();
        try (XmlPart xml = opened.get()) {
            boolean isInCells = false;
            while (xml.next()) {
                if (xml.begins("numFmt")) {
                    own.put(number(xml.attribute("numFmtId")), xml.attribute("formatCode"));
                } else if (xml.begins("cellXfs") || xml.ends("cellXfs")) {
                    isInCells = xml.begins("cellXfs");
                } else if (isInCells && xml.begins("xf")) {
                    used.add(number(xml.attribute("numFmtId")));
                }
                if (own.size() > MOST || used.size() > MOST) {
                    throw unpacking.refused(Refusal.UNSAFE_WORKBOOK, Detail.moreThan(MOST, "种单元格格式", "styles"));
                }
            }
        }
        Map<Integer, Format> known = new HashMap<>();
        return new WorkbookStyles(used.stream()
                .map(id -> known.computeIfAbsent(id, each -> format(each, own)))
                .toList());
    }

    /** The format of a style; the general one where there is no such style. */
    Format of(int style) {
        return style >= 0 && style < formats.size() ? formats.get(style) : GENERAL;
    }

    private static Format format(int id, Map<Integer, String> own) {
        String text = own.get(id);
        if (text == null) {
            text = id < 0 ? "" : BuiltinFormats.getBuiltinFormat(id);
        }
        return text == null ? GENERAL : new Format(text, DateUtil.isADateFormat(id, text));
    }

    private static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    }
}
