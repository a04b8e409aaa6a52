package org.manyuan.store;

import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.manyuan.contract.Contracts;
import org.manyuan.domain.Receipt;

/** The first sheet of a marked workbook: the receipt in both languages, every reason with its cure, and what to do now. */
final class ReceiptSheet {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final List<String> COUNTS = List.of(
            "数据集 Dataset",
            "工作表 Sheet",
            "文件行数 Lines",
            "略过 Left out",
            "行（条）数 Rows",
            "接收 Accepted",
            "拒收 Rejected",
            "重复 Duplicate");
    private static final List<String> PROBLEMS = List.of(
            "数据集 Dataset",
            "工作表 Sheet",
            "列 Column",
            "处数 Times",
            "行号 Lines",
            "代码 Code",
            "怎么回事、怎么更正",
            "What happened, what to do");
    private static final List<String> REPLACED =
            List.of("数据集 Dataset", "回执编号 Receipt", "文件 File", "不再计入 Rows out", "重新报送 Held again", "没有再报 Gone");
    private static final double[] WIDTHS = {24, 16, 18, 13, 18, 20, 52, 60};

    private final Worksheet sheet;
    private final Receipt receipt;
    private final boolean isCut;
    private final int keptDays;
    private int row;

    ReceiptSheet(Workbook workbook, Receipt receipt, boolean isCut, int keptDays) {
        this.sheet = workbook.newWorksheet("回执 Receipt");
        this.receipt = receipt;
        this.isCut = isCut;
        this.keptDays = keptDays;
    }

    void write() throws IOException {
        for (int i = 0; i < WIDTHS.length; i++) {
            sheet.width(i, WIDTHS[i]);
        }
        PlainCell.put(sheet, row, 0, "满园数据报送回执 Receipt of a file handed in");
        sheet.style(row, 0).bold().fontSize(14).set();
        row += 2;
        facts();
        row++;
        todo();
        row++;
        heads("行数 Counts", COUNTS);
        receipt.counts().forEach(this::count);
        row++;
        if (!receipt.replaced().isEmpty()) {
            heads("取代 Replaced", REPLACED);
            receipt.replaced().forEach(this::replaced);
            row++;
        }
        heads("问题 Problems", PROBLEMS);
        receipt.problems().forEach(this::problem);
        sheet.finish();
    }

    private void facts() {
        fact("回执编号 Receipt", receipt.submissionId());
        fact("文件 File", receipt.fileName());
        fact("报送单位 Handed in for", receipt.submitter().isEmpty() ? "未注明 nobody named" : receipt.submitter());
        fact("收到时间 Received", LOCAL.format(receipt.receivedAt().atZone(ZoneId.systemDefault())));
        fact("经手人 By", receipt.receivedBy());
        fact("结果 Outcome", outcome());
        fact("文件大小 Bytes", "%,d".formatted(receipt.bytes()));
        fact("文件摘要 SHA-256", receipt.digest());
    }

    private String outcome() {
        return switch (receipt.outcome()) {
            case ACCEPTED -> "全部接收 accepted";
            case ACCEPTED_WITH_REJECTS -> "部分接收 accepted in part";
            case REFUSED -> "未接收：没有一行入库 refused: no row was taken";
        };
    }

    private void todo() {
        section("如何更正 What to do");
        String whole = receipt.outcome() == Receipt.Outcome.REFUSED
                ? "请在原文件中更正，再报送整个文件。"
                : "请在原文件中更正，再报送整个文件；不要只报送更正的行，否则会替换掉本校其余的行。";
        said(
                "后面的工作表逐行列出拒收的内容：红色单元格有错，原因写在最右两列。" + whole,
                "The sheets behind list what was rejected: red cells are wrong, the reasons stand in the last two columns."
                        + " Correct the original file and hand in the whole of it; corrected rows alone would replace the others.");
        if (isCut) {
            said(
                    "拒收的行很多，本工作簿只列出前 %,d 行。".formatted(MarkedWorkbook.MOST_LINES),
                    "There are more rejected lines; this workbook lists the first %,d."
                            .formatted(MarkedWorkbook.MOST_LINES));
        }
        said(
                "本工作簿含有学生或教师信息，请勿外传；保存 " + keptDays + " 天后清理。",
                "This workbook may show pupils and teachers: keep it to yourself. It is removed after " + keptDays
                        + " days.");
    }

    private void said(String chinese, String english) {
        PlainCell.put(sheet, row++, 0, chinese);
        PlainCell.put(sheet, row, 0, english);
        sheet.style(row++, 0).fontColor("595959").set();
    }

    private void count(Receipt.Count count) {
        PlainCell.put(sheet, row, 0, dataset(count.dataset()));
        PlainCell.put(sheet, row, 1, count.sheet());
        numbers(
                2,
                count.lines(),
                count.filtered(),
                count.rows(),
                count.accepted(),
                count.rejected(),
                count.duplicate());
        row++;
    }

    private void replaced(Receipt.Replaced replaced) {
        PlainCell.put(sheet, row, 0, dataset(replaced.dataset()));
        PlainCell.put(sheet, row, 1, replaced.submissionId());
        PlainCell.put(sheet, row, 2, replaced.fileName());
        numbers(3, replaced.rows(), replaced.heldAgain(), replaced.gone());
        row++;
    }

    private void numbers(int from, long... numbers) {
        for (int i = 0; i < numbers.length; i++) {
            sheet.value(row, from + i, numbers[i]);
            sheet.style(row, from + i).format("#,##0").set();
        }
    }

    private void problem(Receipt.Problem problem) {
        List<String> cells = List.of(
                dataset(problem.dataset()),
                problem.sheet(),
                problem.column(),
                "",
                lines(problem),
                problem.code(),
                problem.chinese(),
                problem.english());
        for (int i = 0; i < cells.size(); i++) {
            PlainCell.put(sheet, row, i, cells.get(i));
            sheet.style(row, i).wrapText(true).verticalAlignment("top").set();
        }
        sheet.value(row, 3, problem.occurrences());
        sheet.style(row, 3).format("#,##0").verticalAlignment("top").set();
        row++;
    }

    private static String lines(Receipt.Problem problem) {
        String first =
                problem.firstLines().stream().distinct().map(String::valueOf).collect(Collectors.joining(", "));
        return problem.occurrences() > problem.firstLines().size() ? first + " …" : first;
    }

    private static String dataset(String dataset) {
        return Contracts.all().stream()
                .filter(contract -> contract.dataset().equals(dataset))
                .map(contract -> contract.chineseName() + " " + dataset)
                .findFirst()
                .orElse(dataset);
    }

    private void fact(String name, String value) {
        PlainCell.put(sheet, row, 0, name);
        sheet.style(row, 0).fontColor("595959").set();
        PlainCell.put(sheet, row, 1, value);
        row++;
    }

    private void section(String title) {
        PlainCell.put(sheet, row, 0, title);
        sheet.style(row, 0).bold().fontSize(12).set();
        row++;
    }

    private void heads(String title, List<String> heads) {
        section(title);
        for (int i = 0; i < heads.size(); i++) {
            PlainCell.put(sheet, row, i, heads.get(i));
            sheet.style(row, i)
                    .bold()
                    .wrapText(true)
                    .fillColor(RejectedSheet.HEAD_FILL)
                    .set();
        }
        row++;
    }
}
