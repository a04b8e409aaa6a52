package org.manyuan.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.manyuan.contract.Fields;

class SourceFileTest {
    @TempDir
    Path folder;

    Path made;

    @BeforeEach
    void makeFolder() throws IOException {
        made = Files.createDirectory(folder.resolve("made"));
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, '', UTF-8",
        "UTF-8, '\uFEFF', UTF-8, a byte order mark is no part of the first header",
        "GB18030, '', GB18030",
        "GBK, '', GB18030",
        "UTF-16LE, '\uFEFF', UTF-16LE, what Excel calls Unicode text",
        "UTF-16BE, '\uFEFF', UTF-16BE",
    })
    void theEncodingIsRecognisedByContent(String written, String mark, String recognised) throws IOException {
        Path file = write(
                "学校.csv",
                (mark + "学校代码,名称\n001,临淄一中㑇\n").replace(written.equals("GBK") ? "㑇" : "\0", ""),
                Charset.forName(written));

        SourceText text = recognise(file);

        assertThat(text.encoding()).isEqualTo(recognised);
        assertThat(text.header().cells()).containsExactly("学校代码", "名称");
        assertThat(rows(text)).contains(written.equals("GBK") ? "2|001|临淄一中" : "2|001|临淄一中㑇");
        assertThat(text.lines()).isEqualTo(2);
    }

    @Test
    void aStatedEncodingIsBelieved() throws IOException {
        Path file = write("trust.csv", "URN,Name\n1,Café Élan\n", Charset.forName("windows-1252"));

        SourceText text = SourceFile.recognise(file, made, Charset.forName("windows-1252"), (char) 0)
                .texts()
                .get(0);

        assertThat(rows(text)).containsExactly("1|URN|Name", "2|1|Café Élan");
    }

    @Test
    void aTextThatIsRightAlreadyIsReadWhereItLies() throws IOException {
        Path file = write("school.csv", "a,b\n1,2\n", StandardCharsets.UTF_8);

        assertThat(recognise(file).path()).isEqualTo(file.toString());
        assertThat(made).isEmptyDirectory();
    }

    @Test
    void anUndecodableByteIsNamedWithItsOffsetAndLine() throws IOException {
        Path file = folder.resolve("exam.csv");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write("a,b\n1,学\n2,".getBytes(StandardCharsets.UTF_8));
            out.write(0xFF);
            out.write("\n".getBytes(StandardCharsets.UTF_8));
        }

        assertThatThrownBy(() -> recognise(file))
                .isInstanceOf(RefusedFile.class)
                .hasMessageContaining("exam.csv, line 3")
                .hasMessageContaining("byte 13 of the file (line 3) is no text in UTF-8")
                .hasMessageContaining("is no text in GB18030")
                .hasMessageContaining("save it from its program as CSV UTF-8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "school.csv  | PK\u0003\u0004zip        | WRONG_ENDING | a workbook renamed",
                "school.xlsx | school_code,name         | WRONG_ENDING | a text renamed",
                "school.xls  | <html><table>            | WEB_PAGE     | what some systems export",
                "school.csv  | ''                       | EMPTY        | ",
                "school.csv  | '\"open,1'               | UNCLOSED_QUOTE | ",
                "school.xlsx | PK\u0003\u0004damaged    | DAMAGED_WORKBOOK | ",
            })
    void whatAFileIsNotIsRefused(String name, String content, Refusal code) throws IOException {
        Path file = write(name, content, StandardCharsets.UTF_8);

        assertThatThrownBy(() -> recognise(file)).isInstanceOfSatisfying(RefusedFile.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.english()).startsWith(name).contains("; ").doesNotContain(code.name());
            assertThat(refused.chinese()).startsWith(name).contains("；", "请").doesNotContain(code.name());
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'a,b\n1,2\n'          | ,",
                "'a;b;c,d\n1;2;3\n'    | ;",
                "'\"x,y,z\"\ta\n1\t2\n' | '\t' | commas inside quotes do not count",
                "'标题\n\na\tb\n'       | '\t' | a title line first",
                "'alone\n1\n'          | ,",
            })
    void theDelimiterIsWhatSeparatesTheFirstLines(String content, char expected) throws IOException {
        assertThat(recognise(write("x.csv", content, StandardCharsets.UTF_8)).delimiter())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 7, 11, 16, 25, 64, 1000})
    void anySplitGivesTheSameRowsUnderTheirPhysicalLines(long splitBytes) throws IOException {
        String content =
                "\"code\",name\r\n" + "1,\"two\nlines, \"\"quoted\"\"\"\r\n" + "\r\n" + "2, \"blank before\" ,x\n"
                        + "3,\"\"\n" + ",,\n" + "4,a\"b\n" + "5,\"一\r\n二\n三\",后\n" + "6,last without end";
        Path file = write("school.csv", content, StandardCharsets.UTF_8);

        SourceText text = SourceFile.recognise(file, made, null, (char) 0, splitBytes)
                .texts()
                .get(0);

        assertThat(rows(text))
                .containsExactly(
                        "1|code|name",
                        "2|1|two lines, \"quoted\"",
                        "5|2|blank before |x",
                        "6|3|",
                        "8|4|a\"b",
                        "9|5|一 二 三|后",
                        "12|6|last without end");
        assertThat(text.lines()).isEqualTo(12);
        assertThat(text.splits().size()).isGreaterThan(splitBytes < 10 ? 5 : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void linesOfTwoByteTextAreCountedByItsOwnLineEnds(String encoding) throws IOException {
        Charset charset = Charset.forName(encoding);
        Path half = folder.resolve("half.csv");
        try (OutputStream out = Files.newOutputStream(half)) {
            out.write("\uFEFF上,上上\r\n1,上\r\n2,".getBytes(charset));
            out.write(
                    charset.equals(StandardCharsets.UTF_16LE)
                            ? new byte[] {0, (byte) 0xD8}
                            : new byte[] {(byte) 0xD8, 0});
            out.write("上\r\n".getBytes(charset));
        }
        Path zero = write("zero.csv", "\uFEFF上,上\r\n1,上\r\n2,\0\r\n", charset);

        assertThatThrownBy(() -> recognise(half))
                .hasMessageContaining("half.csv, line 3: ")
                .hasMessageContaining("(line 3)");
        assertThatThrownBy(() -> recognise(zero))
                .hasMessageContaining("zero.csv, line 3: ")
                .hasMessageContaining("a NUL character")
                .hasMessageNotContaining("of the file");
    }

    @Test
    void bytesThatNoTextHasAreNamed() throws IOException {
        Path file = write("x.csv", "a,b\n1,\0\n", StandardCharsets.UTF_8);

        assertThatThrownBy(() -> recognise(file))
                .hasMessageContaining("x.csv, line 2")
                .hasMessageContaining("byte 7 of the file")
                .hasMessageContaining("NOT_TEXT");
    }

    @Test
    void linesOfAnOldMacEndWithAReturn() throws IOException {
        SourceText text = recognise(write("x.csv", "a,b\r1,2\r3,4", StandardCharsets.UTF_8));

        assertThat(rows(text)).containsExactly("1|a|b", "2|1|2", "3|3|4");
    }

    @Test
    void aLineLongerThanTheWindowIsOneLine() throws IOException {
        String wide = "x".repeat(700_000);
        SourceText text = recognise(write("x.csv", "a,b\n1," + wide + "\n3,4\n", StandardCharsets.UTF_8));

        assertThat(rows(text)).containsExactly("1|a|b", "2|1|" + wide, "3|3|4");
        Path tooLong = write("y.csv", "a,b\n1," + wide + wide + "\n", StandardCharsets.UTF_8);
        assertThatThrownBy(() -> recognise(tooLong))
                .hasMessageContaining("y.csv, line 2")
                .hasMessageContaining("LINE_TOO_LONG");
    }

    @Test
    void aFileChangedAfterItWasLookedAtIsNotRead() throws IOException {
        Path file = write("x.csv", "a,b\n1,2\n", StandardCharsets.UTF_8);
        SourceText text = recognise(file);
        Files.writeString(file, "a,b\n1,2\n3,4\n");

        assertThatThrownBy(() -> rows(text)).hasMessageContaining("x.csv was changed while it was read");
    }

    @Test
    void theDigestIsOfTheBytes() throws IOException {
        assertThat(SourceFile.digest(write("x.csv", "abc", StandardCharsets.UTF_8)))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    private SourceText recognise(Path file) {
        return SourceFile.recognise(file, made, null, (char) 0).texts().get(0);
    }

    private Path write(String name, String content, Charset charset) throws IOException {
        return Files.write(folder.resolve(name), content.getBytes(charset));
    }

    /** Every line that is not blank, as {@code line|cell|cell}. */
    static List<String> rows(SourceText text) throws IOException {
        List<String> rows = new ArrayList<>();
        Fields fields = new Fields();
        for (Split split : text.splits()) {
            try (Lines lines = new Lines(text, split)) {
                while (lines.next()) {
                    if (lines.split(fields)) {
                        StringBuilder row = new StringBuilder().append(fields.line);
                        for (int i = 0; i < fields.count; i++) {
                            row.append('|')
                                    .append(new String(
                                            fields.buffer,
                                            fields.starts[i],
                                            fields.lengths[i],
                                            StandardCharsets.UTF_8));
                        }
                        rows.add(row.toString());
                    }
                }
            }
        }
        return rows;
    }
}
