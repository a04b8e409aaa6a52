package org.manyuan.store;

/** The stable words for a file that cannot even be read. Each says what happened and what to do. */
public enum Refusal {
    EMPTY("the file has no content", "hand in the file that you meant", "文件没有内容", "请确认报送的文件"),
    WRONG_ENDING(
            "the file is not what its ending says: it is {detail}",
            "save it again in the format of its ending, or correct the ending",
            "文件内容与扩展名不符：实际是 {detail}",
            "请按扩展名的格式另存，或改正扩展名"),
    OLD_WORKBOOK(
            "this is an old workbook (.xls)",
            "open it and save it as .xlsx or as CSV UTF-8",
            "这是旧版工作簿（.xls）",
            "请打开后另存为 .xlsx 或 CSV UTF-8"),
    ENCRYPTED(
            "the workbook is protected by a password",
            "remove the password and save it again",
            "工作簿设有密码",
            "请取消密码后重新保存"),
    MACROS("the workbook holds macros", "save it as .xlsx without macros", "工作簿含有宏", "请另存为不含宏的 .xlsx"),
    EXTERNAL_LINKS(
            "the workbook refers to other files",
            "replace the links by their values and save it again",
            "工作簿引用了其他文件",
            "请断开链接（粘贴为数值）后重新保存"),
    NOT_A_WORKBOOK(
            "the file is a ZIP archive, but no workbook", "hand in the .xlsx itself", "文件是压缩包，不是工作簿", "请直接报送 .xlsx 文件"),
    DAMAGED_WORKBOOK(
            "the workbook is damaged and cannot be opened",
            "open it in the program that made it and save it again",
            "工作簿已损坏，无法打开",
            "请用原程序打开后重新保存"),
    TOO_LARGE(
            "the workbook is larger than allowed: {detail}",
            "split it, or hand it in as CSV, which may be of any size",
            "工作簿超过限制：{detail}",
            "请拆分，或改用 CSV（不限大小）"),
    ZIP_BOMB(
            "the workbook unpacks to suspiciously much: {detail}",
            "save it again from the program that made it, or hand it in as CSV",
            "工作簿解压后异常庞大：{detail}",
            "请用原程序重新保存，或改用 CSV"),
    NOT_TEXT(
            "the file holds bytes that no text has: {detail}",
            "hand in a CSV or an .xlsx",
            "文件含有非文本内容：{detail}",
            "请报送 CSV 或 .xlsx"),
    UNDECODABLE(
            "the text cannot be decoded: {detail}",
            "save it as CSV UTF-8; for a foreign file state its encoding in the mapping",
            "文本编码无法识别：{detail}",
            "请另存为 CSV UTF-8；外来文件请在映射中注明编码"),
    UNCLOSED_QUOTE(
            "a quotation mark opens here and does not close",
            "close or remove the quotation mark at the beginning of the cell",
            "此处的引号没有结束",
            "请补全或删除单元格开头的引号"),
    LINE_TOO_LONG(
            "the line is longer than a megabyte",
            "look for missing line ends; save the file as CSV again",
            "该行超过 1 MB",
            "请检查换行符，并重新另存为 CSV");

    private final String english;
    private final String englishRemedy;
    private final String chinese;
    private final String chineseRemedy;

    Refusal(String english, String englishRemedy, String chinese, String chineseRemedy) {
        this.english = english;
        this.englishRemedy = englishRemedy;
        this.chinese = chinese;
        this.chineseRemedy = chineseRemedy;
    }

    String english(String detail) {
        return english.replace("{detail}", detail);
    }

    String englishRemedy() {
        return englishRemedy;
    }

    String chinese(String detail) {
        return chinese.replace("{detail}", detail);
    }

    String chineseRemedy() {
        return chineseRemedy;
    }
}
