package org.manyuan.contract;

/** The stable words for what can be wrong with a file (first block), a message (second) or a row. Each says what happened and what to do. */
public enum ProblemCode {
    UNKNOWN_DATASET(
            "no dataset fits this header: {detail}; name the file <dataset>*.csv or use the headers of the template (./manyuan template DATASET)",
            "表头与任何数据集都不符：{detail}；请按“数据集名*.csv”命名文件，或使用模板的表头（./manyuan template 数据集）"),
    NO_HEADER(
            "no header was found: the first line is a line of data ({detail}); put the headers above it, as the template has them ({column})",
            "没有找到表头：首行就是数据（{detail}）；请在数据上方加一行表头，表头写法见模板（{column}）"),
    NEAREST_DATASET(
            "the nearest dataset is {column}; it also needs: {detail}", "最接近的数据集是 {column}，还缺：{detail}；请补充或修改表头"),
    MISSING_COLUMN(
            "column {column} is missing; found: {detail}; add the column or rename the header",
            "缺少列 {column}；现有表头：{detail}；请补充该列或修改表头"),
    DOUBLED_COLUMN("several headers mean {column}: {detail}; keep one of them", "多个表头都表示 {column}：{detail}；请只保留一个"),
    MERGED_ROWS(
            "cells of {column} are merged over several lines ({detail}) and only the first of them holds the value; unmerge them, fill every line and hand the file in again",
            "{column} 的单元格跨行合并（{detail}），只有第一行有值；请取消合并，逐行填写后重新报送"),
    MISSING_SHEET(
            "the mapping reads sheet {column}, which the workbook has not; found: {detail}; correct the mapping or the sheet's name",
            "映射要读取工作表 {column}，但工作簿中没有；现有：{detail}；请修改映射或工作表名称"),
    BROKEN_MAPPING(
            "a mapping that may speak of this file cannot be read: {detail}; mend or remove it, then hand the file in again",
            "可能适用于本文件的映射无法读取：{detail}；请改正或移走该映射后重新报送"),
    IGNORED_COLUMN(
            "header {column} means no column of this dataset, so it was not read; if it should count, correct the header and hand the file in again",
            "表头 {column} 不属于该数据集，未读取；如应计入，请更正表头后重新报送"),
    NO_EXAM_CODE(
            "no exam code: add a column exam_code or name the file exam_score-<exam_code>.csv",
            "没有考试代码：请增加“考试代码”列，或将文件命名为 exam_score-考试代码.csv"),

    HIDDEN_SHEET(
            "sheet {column} is hidden and was not read; show it and hand the file in again if it should count",
            "工作表 {column} 已隐藏，未读取；如应计入，请取消隐藏后重新报送"),
    HIDDEN_ROWS(
            "sheet {column} hides {detail}; they were read like all others. Delete them if they should not count, and hand the file in again",
            "工作表 {column} 有{detail}被隐藏或筛选掉，已一并读取；如不应计入，请删除后重新报送"),
    HIDDEN_COLUMNS(
            "sheet {column} hides {detail}; they were read like all others. Delete them if they should not count, and hand the file in again",
            "工作表 {column} 有{detail}被隐藏，已一并读取；如不应计入，请删除后重新报送"),
    FORMULA_VALUES(
            "{detail} cells are formulas; their last computed values were read. If one is out of date, compute the workbook anew, save it and hand it in again",
            "有 {detail} 个单元格是公式，已读取其最近一次计算的值；如不是最新结果，请重新计算、保存后再报送"),
    NOTES_SHEET(
            "sheet {column} was not read: it holds notes and no header of any dataset; if it holds data, give it the headers of the template and hand the file in again",
            "工作表 {column} 是文字说明，没有任何数据集的表头，未读取；如其中有应报送的数据，请按模板补上表头后重新报送"),
    TOTAL_WITHOUT_PAPER(
            "the exam has no paper of totals, so {column} was compared with the subjects and not kept; hand in exam_paper with the subject total if totals shall be analysed",
            "这次考试没有总分试卷，{column} 只用于与各科之和核对，未入库；需要分析总分时，请在 exam_paper 中增加科目“总分”"),
    SUMMARY_LINE(
            "lines of totals (合计, 小计) and notes below the table are no rows and were left out",
            "合计、小计等汇总行和表下附注不是数据行，未计入"),
    FILE_NAME(
            "the file name does not say {column}, which the mapping reads with {detail}; rename the file",
            "文件名中没有映射所需的 {column}（{detail}）；请修改文件名"),

    NO_DATA(
            "the mapping says that this file holds no rows, so none were read: {detail}",
            "映射说明本文件不含数据，未读取任何行：{detail}"),
    NO_ROWS(
            "no row stands below the header, so nothing was taken; if there should be some, check the file and hand it in again",
            "表头下没有数据行，未接收任何数据；如应有数据，请确认文件后重新报送"),

    NO_CONTRACT(
            "the message has no header \"contract\"; send it again with contract: <dataset>;v=<version>",
            "消息没有 contract 头；请加上“contract: 数据集;v=版本”后重新发送"),
    UNKNOWN_CONTRACT(
            "the header \"contract\" names no dataset, or a version that this one cannot read; correct it and send the message again",
            "消息头 contract 所写的数据集不存在，或版本高于本系统；请更正后重新发送"),
    BAD_SUBMITTER(
            "the header \"submitter\" is no district code; correct it and send the message again",
            "消息头 submitter 不是行政区划代码；请更正后重新发送"),
    EMPTY_MESSAGE(
            "the message says nothing; a row is not deleted by an empty message, take its submission back instead",
            "消息没有内容；空消息不能删除数据，如需撤回请使用撤回功能"),
    NOT_UTF8(
            "the message holds bytes or characters that no text has; send it as UTF-8",
            "消息含有非 UTF-8 文本的内容；请以 UTF-8 编码重新发送"),
    NOT_JSON("the message is not one JSON object; send one object a message", "消息不是单个 JSON 对象；请每条消息发送一个对象"),
    UNKNOWN_MEMBER(
            "{column} is no column of the dataset; correct the member's name (manyuan consume --schema DATASET)",
            "{column} 不是该数据集的列；请更正字段名（见 manyuan consume --schema 数据集）"),
    DOUBLED_MEMBER("{column} stands twice in the object; keep one", "{column} 在对象中出现两次；请只保留一个"),
    MEMBER_TYPE(
            "{column} has another JSON type than the schema says; send it as the schema says",
            "{column} 的 JSON 类型与模式不符；请按模式发送"),

    REQUIRED("{column} is empty; fill it", "{column} 为空；请填写"),
    TYPE(
            "{column} does not have the form of its column; write numbers with digits and a point alone (1045, 88.5), days as 2024-09-01, yes or no as 是 or 否",
            "{column} 的格式不对；数字只写数字和小数点（如 1045、88.5），日期写成 2024-09-01，是否类填“是”或“否”"),
    NEGATIVE_MARK(
            "{column} is a negative number, which no score is; correct it, or where -1 means absent say so in a mapping (./manyuan map FILE): {column: {column}, values: {'-1': 缺考}}",
            "{column} 是负数，不是成绩；请更正。如 -1 表示缺考，请建立映射（./manyuan map 文件）并写明：{column: {column}, values: {'-1': 缺考}}"),
    PRECISION("{column} has more decimals than can be kept; round it at its source", "{column} 小数位过多；请在源表中修约"),
    PERSON_NAME(
            "{column} says the name that stands in the line's column of names; names are not kept, correct the cell",
            "{column} 填的是本行的姓名；姓名不入库，请更正该单元格"),
    NO_NUMBER(
            "{column} is no number of a person: it holds no digit or says a total; write the number",
            "{column} 不是号码：没有数字，或写的是合计、平均分；请填写号码"),
    ROUNDED_NUMBER(
            "{column} was rounded by a spreadsheet (3.2E+17, or 000 for the last digits); format the column as text and fill it again",
            "{column} 被电子表格四舍五入了（变成 3.2E+17，或末三位变成 000）；请把该列设为文本格式后重新填写"),
    FORMULA(
            "{column} is a formula, the error of one, or looks like one; write the value",
            "{column} 是公式、公式错误值，或以公式符号开头；请填写数值或文字"),
    HIDDEN_CHARACTER(
            "{column} holds invisible or direction-changing characters; type the cell anew",
            "{column} 含有不可见或改变书写方向的字符；请重新输入"),
    LOST_CHARACTER(
            "{column} lost characters when the file was saved in another encoding; fill the cell anew",
            "{column} 中有文字在转换编码时丢失；请重新填写"),
    RANGE("{column} lies outside the allowed range; correct the cell", "{column} 超出允许范围；请更正"),
    LENGTH("{column} is too long; shorten it", "{column} 过长；请缩短"),
    PATTERN("{column} does not have the form of such a code; correct it", "{column} 不符合编码规则；请更正"),
    CODE("{column} is not in the code list; use a code of the template", "{column} 不在代码表中；请使用模板中的代码"),
    CELLS("the line has more cells than the header; look for a stray separator", "该行单元格多于表头；请检查多余的分隔符"),
    UNKNOWN_DISTRICT(
            "{column} names a district that nobody handed in; hand in district first",
            "{column}：没有这个行政区；请先报送“行政区”（district）"),
    UNKNOWN_SCHOOL(
            "{column} names a school that nobody handed in; hand in school first", "{column}：没有这所学校；请先报送“学校”（school）"),
    AMBIGUOUS_SCHOOL(
            "{column} is a short name of several schools of the district; write the school code",
            "{column}：本区有多所学校使用这个简称；请填写学校代码"),
    UNKNOWN_GROUP(
            "{column} names a group that nobody handed in; hand in education_group first",
            "{column}：没有这个集团；请先报送“教育集团”（education_group）"),
    UNKNOWN_EXAM(
            "{column} names an exam that nobody handed in; correct the code, or hand in exam first",
            "{column}：没有这次考试；请更正考试代码，或先报送“考试”（exam）"),
    UNKNOWN_PAPER(
            "the exam has no paper in this subject ({column}); hand in exam_paper with score_step first",
            "{column}：这次考试没有该科试卷；请先报送“试卷”（exam_paper，含最小计分单位）"),
    ABOVE_FULL_MARK("{column} is above the full mark of the paper; correct the score", "{column} 高于试卷满分；请更正"),
    OFF_STEP("{column} is not a whole number of score steps; correct the score", "{column} 不是最小计分单位的整数倍；请更正"),
    ENDS_BEFORE_BEGIN(
            "{column} does not lie after the day it begins; correct one of the two days", "{column} 早于开始日期；请更正其中一个日期"),
    PART_ABOVE_WHOLE(
            "{column} counts more than the whole it is a part of; correct one of the two", "{column} 大于其所属总数；请更正"),
    SAME_VALUE("{column} says the same twice where two must differ; correct one", "{column}：两处应不同而相同；请更正"),
    NOT_EMPTY("{column} must be empty here; remove it or correct the status", "{column} 此处应为空；请删除或更正状态"),
    GRADE_NOT_IN_STAGE("{column} does not belong to the stage; correct stage or grade", "{column} 与学段不符；请更正学段或年级");

    private final String english;
    private final String chinese;

    ProblemCode(String english, String chinese) {
        this.english = english;
        this.chinese = chinese;
    }

    /** What happened and what to do, with {@code {column}} and {@code {detail}} to fill. */
    public String english() {
        return english;
    }

    /** The same in Chinese. */
    public String chinese() {
        return chinese;
    }
}
