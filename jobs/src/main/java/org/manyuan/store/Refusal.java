package org.manyuan.store;

/** The stable words for a file that cannot even be read. Each says what happened and what to do. */
public enum Refusal {
    EMPTY("the file has no content", "hand in the file that you meant", "文件没有内容", "请确认报送的文件"),
    WRONG_ENDING(
            "the file is not what its ending says: it is {detail}",
            "save it again in the format of its ending, or correct the ending",
            "文件内容与扩展名不符：实际是 {detail}",
            "请按扩展名的格式另存，或改正扩展名"),
    UNSUPPORTED(
            "files of this kind are not read: {detail}",
            "open it and save it as .xlsx or as CSV UTF-8",
            "不支持这种文件：{detail}",
            "请打开后另存为 .xlsx 或 CSV UTF-8"),
    WEB_PAGE(
            "the file is a web page or an XML table that is named like a workbook: {detail}",
            "open it in a spreadsheet program and save it as .xlsx",
            "文件实际是网页或 XML 表格，只是扩展名写成了工作簿：{detail}",
            "请用电子表格软件打开，另存为 .xlsx"),
    UNSAFE_WORKBOOK(
            "the workbook holds what no spreadsheet program writes: {detail}",
            "save it again from a spreadsheet program, or hand it in as CSV",
            "工作簿含有正常软件不会写入的内容：{detail}",
            "请用电子表格软件重新另存，或改用 CSV"),
    CELL_TOO_LONG(
            "a cell is longer than a cell may be: {detail}",
            "look for text that does not belong there and shorten it",
            "单元格内容过长：{detail}",
            "请检查并删除多余的文字"),
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
            "the file is no workbook: it is {detail}",
            "hand in the .xlsx itself",
            "文件不是工作簿：实际是 {detail}",
            "请直接报送 .xlsx 文件"),
    DAMAGED_WORKBOOK(
            "the workbook is damaged and cannot be opened",
            "open it in the program that made it and save it again",
            "工作簿已损坏，无法打开",
            "请用原程序打开后重新保存"),
    DOUBLED_SHEET(
            "two sheets of the workbook have one name: {detail}",
            "rename one of them and save it again",
            "工作簿中有两个同名工作表：{detail}",
            "请重命名其中一个后重新保存"),
    TOO_LARGE(
            "the file is larger than allowed: {detail}",
            "split it, or hand it in as CSV, which may be of any size",
            "文件超过限制：{detail}",
            "请拆分，或改用 CSV（不限大小）"),
    ZIP_BOMB(
            "the file unpacks to suspiciously much: {detail}",
            "save it again from the program that made it, or hand it in as CSV",
            "文件解压后异常庞大：{detail}",
            "请用原程序重新保存，或改用 CSV"),
    NOT_TEXT(
            "the file holds bytes that no text has: {detail}",
            "hand in a CSV or an .xlsx",
            "文件含有非文本内容：{detail}",
            "请报送 CSV 或 .xlsx"),
    UNDECODABLE(
            "the text is in no encoding that is read: {detail}",
            "save it from its program as CSV UTF-8 or .xlsx; for a foreign file state its encoding in the mapping",
            "文本编码无法识别或文件已损坏：{detail}",
            "请用原软件重新另存为“CSV UTF-8”或 .xlsx；外来文件请在映射中注明编码"),
    ARCHIVE_NAME(
            "a name in the archive leads out of it or cannot be a file's name: {detail}",
            "pack the files again with plain names",
            "压缩包内有越界或不能作为文件名的名称：{detail}",
            "请用普通文件名重新打包"),
    ARCHIVE_DOUBLED(
            "the archive holds two files of one name: {detail}",
            "pack the files again, each once",
            "压缩包内有两个同名文件：{detail}",
            "请重新打包，每个文件只放一次"),
    ARCHIVE_NESTED(
            "it is an archive inside the archive {detail} and was not unpacked",
            "unpack it and hand its files in; the other files of the outer archive are not touched by it",
            "它是压缩包 {detail} 中的压缩包，未解压",
            "请解开后直接报送其中的文件；外层压缩包中的其他文件不受影响"),
    ARCHIVE_LOCKED(
            "the archive is protected by a password: {detail}",
            "pack the files again without a password",
            "压缩包设有密码：{detail}",
            "请不设密码重新打包"),
    DAMAGED_ARCHIVE(
            "the archive is damaged or of a kind that is not read: {detail}",
            "pack the files again as .zip",
            "压缩包已损坏，或格式不支持：{detail}",
            "请重新打包为 .zip"),
    NO_PLAIN_FILE(
            "this is a link or a device and no file: {detail}",
            "hand in the file itself",
            "这是链接或设备，不是文件：{detail}",
            "请直接报送文件本身"),
    FILE_NAME(
            "the file's name holds invisible or direction-changing characters",
            "rename the file",
            "文件名含有不可见或改变书写方向的字符",
            "请重命名文件"),
    UNCLOSED_QUOTE(
            "a quotation mark opens here and does not close",
            "close or remove the quotation mark at the beginning of the cell",
            "此处的引号没有结束",
            "请补全或删除单元格开头的引号"),
    MIXED_LINE_ENDS(
            "a line ends with a carriage return alone while others end with a line feed",
            "save the file as CSV again from one program",
            "该行只用回车符结束，其他行用换行符结束",
            "请用同一软件重新另存为 CSV"),
    LINE_TOO_LONG(
            "the line is too long: more than {detail}",
            "look for missing line ends; save the file as CSV again",
            "该行过长，超过 {detail}",
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
