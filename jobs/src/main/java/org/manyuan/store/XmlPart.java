package org.manyuan.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.manyuan.config.Settings.LimitSettings;

/** One XML part of a workbook, walked through from tag to tag; holds one tag at a time. No document type, no entity, no link is followed. */
final class XmlPart implements AutoCloseable {
    private static final int DEEPEST = 64;
    private static final XMLInputFactory FACTORY = factory();

    private final InputStream bytes;
    private final XMLStreamReader xml;
    private final Unpacking unpacking;
    private final int mostCharacters;
    private int depth;

    private XmlPart(InputStream bytes, Unpacking unpacking, LimitSettings limits) throws XMLStreamException {
        this.bytes = bytes;
        this.xml = FACTORY.createXMLStreamReader(bytes, "UTF-8");
        this.unpacking = unpacking;
        this.mostCharacters = limits.cellCharacters();
    }

    /** Opens a part; nothing where the workbook has none of that name. */
    static Optional<XmlPart> open(ZipFile zip, String name, Unpacking unpacking, LimitSettings limits)
            throws IOException, XMLStreamException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return Optional.empty();
        }
        long longest = (long) limits.lineKilobytes() << 10;
        return Optional.of(
                new XmlPart(new GuardedXml(zip.getInputStream(entry), entry, unpacking, longest), unpacking, limits));
    }

    /** Moves to the next beginning or end of an element; false at the end of the part. */
    boolean next() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (++depth > DEEPEST) {
                    throw unpacking.refused(Refusal.UNSAFE_WORKBOOK, Detail.moreThan(DEEPEST, "层嵌套", "levels"));
                }
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                return true;
            }
        }
        return false;
    }

    boolean begins(String element) {
        return xml.isStartElement() && xml.getLocalName().equals(element);
    }

    boolean ends(String element) {
        return xml.isEndElement() && xml.getLocalName().equals(element);
    }

    /** An attribute without regard to its namespace; empty where there is none. */
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    boolean is(String attribute) {
        String value = attribute(attribute);
        return value.equals("1") || value.equals("true");
    }

    /** Adds the text of the element that just began, up to its end; what stands in elements inside is left out. */
    void text(StringBuilder into) throws XMLStreamException {
        int outer = depth;
        while (depth >= outer && xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (depth == outer) {
                        into.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                        if (into.length() > 8 * mostCharacters) {
                            throw unpacking.refused(
                                    Refusal.CELL_TOO_LONG, Detail.moreThan(mostCharacters, "个字符", "characters"));
                        }
                    }
                }
                default -> {
                    // comments and instructions say nothing
                }
            }
            if (depth > DEEPEST) {
                throw unpacking.refused(Refusal.UNSAFE_WORKBOOK, Detail.moreThan(DEEPEST, "层嵌套", "levels"));
            }
        }
    }

    private static XMLInputFactory factory() {
        // the JDK's own: another one on the class path has other limits
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    @Override
    public void close() throws IOException, XMLStreamException {
        xml.close();
        bytes.close();
    }
}
