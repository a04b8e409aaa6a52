package org.manyuan.store;

import java.io.IOException;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.ss.util.CellRangeAddress;
import org.manyuan.contract.MergedCells;

/** Walks through one sheet of a workbook, row by row, and writes what its cells say. */
final class SheetXml {
    private final XmlPart xml;
    private final SharedStrings texts;
    private final WorkbookStyles styles;
    private final boolean from1904;
    private final SheetText out;
    private final StringBuilder value = new StringBuilder();
    private long row;
    private int column;

    SheetXml(XmlPart xml, SharedStrings texts, WorkbookStyles styles, boolean from1904, SheetText out) {
        this.xml = xml;
        this.texts = texts;
        this.styles = styles;
        this.from1904 = from1904;
        this.out = out;
    }

    void write() throws IOException, XMLStreamException {
        while (xml.next()) {
            if (xml.begins("row")) {
                String number = xml.attribute("r");
                row = number.isEmpty() ? row + 1 : Long.parseLong(number);
                column = -1;
                out.row(row, xml.is("hidden"));
            } else if (xml.begins("c")) {
                cell();
            } else if (xml.begins("col") && xml.is("hidden")) {
                out.hiddenColumns(
                        Integer.parseInt(xml.attribute("min")) - 1, Integer.parseInt(xml.attribute("max")) - 1);
            } else if (xml.begins("mergeCell")) {
                CellRangeAddress cells = CellRangeAddress.valueOf(xml.attribute("ref"));
                out.merged(new MergedCells(
                        cells.getFirstRow() + 1,
                        cells.getLastRow() + 1,
                        cells.getFirstColumn(),
                        cells.getLastColumn()));
            }
        }
    }

    private void cell() throws XMLStreamException {
        String place = xml.attribute("r");
        column = place.isEmpty() ? column + 1 : column(place);
        String type = xml.attribute("t");
        String style = xml.attribute("s");
        value.setLength(0);
        boolean hasValue = false;
        boolean isFormula = false;
        boolean isPhonetic = false;
        while (xml.next() && !xml.ends("c")) {
            if (xml.begins("f")) {
                isFormula = true;
            } else if (xml.begins("v")) {
                hasValue = true;
                xml.text(value);
            } else if (xml.begins("rPh") || xml.ends("rPh")) {
                isPhonetic = xml.begins("rPh");
            } else if (xml.begins("t") && !isPhonetic) {
                xml.text(value);
            }
        }
        // no value at all, or an empty one as some programs write it: it was never computed; only a text may be empty
        boolean isUncomputed =
                isFormula && (type.equals("str") ? !hasValue : value.toString().isBlank());
        String text = isUncomputed ? CellText.NO_VALUE : text(type, style);
        out.cell(column, text);
        if (isFormula && !text.equals(CellText.NO_VALUE)) {
            out.formula();
        }
    }

    private String text(String type, String style) {
        if (value.isEmpty()) {
            return "";
        }
        return switch (type) {
            case "s" ->
                texts.text(Integer.parseInt(value.toString().strip()))
                        .orElseThrow(() -> new NumberFormatException("no such shared text"));
            case "str", "inlineStr" -> CellText.oneLine(CellText.unescaped(value.toString()));
            case "b" -> Boolean.toString(value.toString().strip().equals("1"));
            case "e" -> CellText.NO_VALUE;
            case "d" -> value.toString().strip().replaceFirst("T00:00(:00(\\.0+)?)?Z?$", "");
            default -> number(Double.parseDouble(value.toString()), style);
        };
    }

    private String number(double number, String style) {
        WorkbookStyles.Format format = styles.of(style.isEmpty() ? 0 : Integer.parseInt(style));
        return format.isDay() ? CellText.moment(number, from1904) : CellText.number(number, format.text());
    }

    /** The column of a place such as AB12, from 0. */
    private static int column(String place) {
        int column = 0;
        for (int i = 0; i < place.length() && i < 6; i++) {
            char c = place.charAt(i);
            if (c < 'A' || c > 'Z') {
                break;
            }
            column = 26 * column + c - 'A' + 1;
        }
        return column - 1;
    }
}
