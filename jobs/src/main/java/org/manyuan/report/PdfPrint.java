package org.manyuan.report;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Calendar;
import java.util.GregorianCalendar;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/** Prints a page tree as tagged PDF (PDF/UA) with its font embedded. Dates and id come from the release, so the bytes are always the same. */
final class PdfPrint {
    private final ReportFont font;
    private final ReleaseStamp stamp;

    PdfPrint(ReportFont font, ReleaseStamp stamp) {
        this.font = font;
        this.stamp = stamp;
    }

    byte[] print(Markup page, String title, String author) {
        // what goes wrong is thrown; the engine's own talk is not for who prints a report
        XRLog.setLoggingEnabled(false);
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.useFastMode();
        builder.useFont(font::open, ReportFont.FAMILY);
        builder.useSVGDrawer(new BatikSVGDrawer());
        builder.withProducer("Manyuan");
        builder.withW3cDocument(page.document(), "/");
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            try (PDDocument document = renderer.getPdfDocument()) {
                date(document, title, author);
                document.setDocumentId(id(title));
                document.save(bytes);
            }
            return new SearchableText(font).mended(bytes.toByteArray(), id(title));
        } catch (IOException e) {
            throw new ReportException("the report cannot be printed: " + e.getMessage(), e);
        }
    }

    /** The same for the same report of the same release. */
    private long id(String title) {
        return Arrays.hashCode((stamp.digest() + title).getBytes(StandardCharsets.UTF_8));
    }

    private void date(PDDocument document, String title, String author) {
        Calendar released = GregorianCalendar.from(stamp.releasedAt().atZone(ZoneOffset.UTC));
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle(title);
        information.setAuthor(author);
        information.setCreationDate(released);
        information.setModificationDate(released);
    }
}
