#pragma once

#include "rules/schema/table/values.hpp"
#include "rules/schema/table/words.hpp"

// How a printed form looks. What a project changes of a form it names by its identifier and need
// not repeat, so nothing but the identifiers is required; what an item must have says compile().
namespace vermilion::rules::schema::table {

constexpr Value number(double min, double max, std::string_view unit) {
  return {.kind = Number, .min = min, .max = max, .unit = unit};
}

inline constexpr Value kFact{Fact};
inline constexpr Value kPrint{Print};
inline constexpr Value kMillimetres = number(0, 297, "mm");
inline constexpr Value kLengthMm = number(1, 297, "mm");
inline constexpr Value kPoints = number(6, 36, "pt");

inline constexpr auto kFormSigners =
    std::to_array<std::string_view>({"organisation", "legal_person", "jiangxi_head", "agent"});
inline constexpr auto kAligns = std::to_array<std::string_view>({"left", "centre", "right"});
inline constexpr auto kFieldStyles = std::to_array<std::string_view>({"cell", "line"});
inline constexpr auto kStampStyles = std::to_array<std::string_view>({"cell", "bare"});
inline constexpr auto kRows = std::to_array<std::string_view>({"paper"});

inline constexpr std::array kBoxKeys{
    Key{"x", kMillimetres, kRequired, "", {"左边离纸边", "From the left edge of the sheet"}},
    Key{"y", kMillimetres, kRequired, "", {"上边离纸边", "From its upper edge"}},
    Key{"w", kLengthMm, kRequired, "", {"宽", "Width"}},
    Key{"h", kLengthMm, kRequired, "", {"高", "Height"}}};
inline constexpr Shape kBoxShape{
    "box", {"纸上的位置，以毫米为单位", "A place on the sheet, in millimetres"}, kBoxKeys};
inline constexpr Key kBoxKey{
    "box", object(kBoxShape), kOptional, "", {"印在哪里", "Where it is printed"}};

inline constexpr Key kSizeKey{"size", kPoints, kOptional, "10.5", {"字号", "Size of the type"}};
inline constexpr Key kLabelKey{"label", kText, kOptional, "", {"标签", "The label"}};
inline constexpr Key kNeeds{
    "needs", kFact, kOptional, "always", {"有这项信息才印", "Printed only where this is known"}};

inline constexpr std::array kFieldKeys{
    Key{"field", kId, kRequired, "", {"这一格的标识", "The field's identifier"}},
    kLabelKey,
    Key{"fact",
        kFact,
        kOptional,
        "written in by hand",
        {"填订单的哪项信息", "What of the order it shows"}},
    Key{"otherwise",
        kText,
        kOptional,
        "the order must say it",
        {"订单没有时印什么", "What stands there where the order does not say"}},
    kBoxKey,
    Key{"label_w", kLengthMm, kOptional, "34", {"标签的宽度", "Width of the label"}},
    kSizeKey,
    Key{"multi_line", kBoolean, kOptional, "false", {"可以换行", "May break into lines"}},
    Key{"style",
        one_of(kFieldStyles),
        kOptional,
        "cell",
        {"cell 表格、line 横线", "cell: framed; line: a line to write on"}},
    kNeeds};
inline constexpr Shape kFieldShape{"field", {"表格的一格", "A field"}, kFieldKeys, "field"};
inline constexpr Value kFieldValue = object(kFieldShape);

inline constexpr Value kStampSign = one_of(kSigns);
inline constexpr std::array kStampKeys{
    Key{"stamp", kId, kRequired, "", {"这一处的标识", "The place's identifier"}},
    Key{"by", one_of(kFormSigners), kOptional, "", {"谁盖章或签字", "Who stamps or signs"}},
    Key{"with",
        list_of(kStampSign),
        kOptional,
        "",
        {"盖章（seal）或签字（signature）；写两个为任选其一",
         "Seal or signature; both: either of them"}},
    Key{"shape", one_of(kSealShapes), kOptional, "any", {"印章的形状", "The seal's shape"}},
    kLabelKey,
    Key{"hint", kText, kOptional, "", {"框内小字", "Small print in the box"}},
    kBoxKey,
    Key{"style",
        one_of(kStampStyles),
        kOptional,
        "cell",
        {"cell 方框、bare 无框", "cell: framed; bare: no frame"}},
    kNeeds};
inline constexpr Shape kStampShape{
    "stamp", {"盖章或签字处", "Where somebody stamps or signs"}, kStampKeys, "stamp"};
inline constexpr Value kStampValue = object(kStampShape);

inline constexpr std::array kFormTextKeys{
    Key{"text", kId, kRequired, "", {"这段文字的标识", "The text's identifier"}},
    Key{"paragraphs",
        list_of(kPrint),
        kOptional,
        "",
        {"各段文字，可用 {organisation} 等订单信息",
         "The paragraphs, with {organisation} and other facts of the order"}},
    kBoxKey,
    kSizeKey,
    Key{"align", one_of(kAligns), kOptional, "left", {"对齐", "Alignment"}},
    Key{"bold", kBoolean, kOptional, "false", {"粗体", "Bold"}},
    Key{"indent", kBoolean, kOptional, "false", {"段首空两字", "First lines indented"}},
    Key{"leading",
        number(1, 3, ""),
        kOptional,
        "1.5",
        {"行距，字号的几倍", "From line to line, of the size"}},
    Key{"spacing", number(0, 20, "pt"), kOptional, "0", {"字距", "Between characters"}},
    kNeeds};
inline constexpr Shape kFormText{
    "form_text", {"印好的文字", "Printed text"}, kFormTextKeys, "text"};
inline constexpr Value kFormTextValue = object(kFormText);

inline constexpr std::array kTickKeys{
    Key{"tick", kId, kRequired, "", {"这个选项的标识", "The box's identifier"}},
    kLabelKey,
    Key{"fact",
        kFact,
        kOptional,
        "ticked by hand",
        {"看订单的哪项信息", "What of the order decides"}},
    Key{"is", kText, kOptional, "", {"等于什么时打勾", "Ticked where it says this"}},
    kBoxKey,
    kSizeKey,
    kNeeds};
inline constexpr Shape kTickShape{"tick", {"打勾的方框", "A box to tick"}, kTickKeys, "tick"};
inline constexpr Value kTickValue = object(kTickShape);

inline constexpr std::array kCodeKeys{
    Key{"code", kId, kRequired, "", {"这个二维码的标识", "The code's identifier"}},
    Key{"fact", kFact, kOptional, "", {"二维码里是什么", "What the code says"}}, kLabelKey, kBoxKey,
    kNeeds};
inline constexpr Shape kCodeShape{
    "code", {"另加的二维码", "A QR code besides the form's own"}, kCodeKeys, "code"};
inline constexpr Value kCodeValue = object(kCodeShape);

inline constexpr std::array kColumnKeys{
    Key{"column", {Column}, kRequired, "", {"这一列是什么", "What the column shows"}}, kLabelKey,
    Key{"w", kLengthMm, kRequired, "", {"宽", "Width"}}};
inline constexpr Shape kColumnShape{"column", {"表格的一列", "A column"}, kColumnKeys, "column"};
inline constexpr Value kColumnValue = object(kColumnShape);
inline constexpr std::array kTableKeys{
    Key{"table", kId, kRequired, "", {"这张表的标识", "The table's identifier"}},
    Key{"rows",
        one_of(kRows),
        kOptional,
        "",
        {"逐行列出什么：paper 邮寄资料", "What its rows are: paper, the papers to mail"}},
    Key{"columns", list_of(kColumnValue), kOptional, "", {"各列", "The columns"}},
    kBoxKey,
    Key{"row_h", kLengthMm, kOptional, "11", {"行高", "Height of a row"}},
    kSizeKey,
    kNeeds};
inline constexpr Shape kTableShape{"table", {"清单", "A table"}, kTableKeys, "table"};
inline constexpr Value kTableValue = object(kTableShape);

inline constexpr std::array kLineKeys{
    Key{"x", kMillimetres, kRequired, "", {"左边离纸边", "From the left edge of the sheet"}},
    Key{"y", kMillimetres, kRequired, "", {"上边离纸边", "From its upper edge"}},
    Key{"w", kMillimetres, kOptional, "0", {"宽；0 为竖线", "Width; 0: upright"}},
    Key{"h", kMillimetres, kOptional, "0", {"高；0 为横线", "Height; 0: level"}},
    Key{"weight", number(0.1, 3, "mm"), kOptional, "0.2", {"粗细", "Thickness"}},
    kNeeds};
inline constexpr Shape kLineShape{"line", {"线或框", "A rule or a frame"}, kLineKeys};
inline constexpr Value kLineValue = object(kLineShape);

inline constexpr std::array kPrintedFormKeys{
    Key{"generation",
        whole(1, 255, ""),
        kOptional,
        "",
        {"第几版；改了表格就加一，旧表随即作废",
         "Raised with every change of the form; earlier prints are stale then"}},
    Key{"code_box",
        object(kBoxShape),
        kOptional,
        "the upper right corner",
        {"表格自己的二维码在哪里", "Where the form's own QR code is"}},
    Key{"fields", list_of(kFieldValue), kOptional, "", {"各格", "The fields"}},
    Key{"stamps", list_of(kStampValue), kOptional, "", {"盖章、签字处", "Where to stamp and sign"}},
    Key{"texts", list_of(kFormTextValue), kOptional, "", {"印好的文字", "Printed text"}},
    Key{"ticks", list_of(kTickValue), kOptional, "", {"打勾的方框", "Boxes to tick"}},
    Key{"codes", list_of(kCodeValue), kOptional, "", {"另加的二维码", "Further QR codes"}},
    Key{"tables", list_of(kTableValue), kOptional, "", {"清单", "Tables"}},
    Key{"lines", list_of(kLineValue), kOptional, "", {"线和框", "Rules and frames"}}};
inline constexpr Shape kPrintedForm{
    "printed_form", {"印出来的表格", "The printed form"}, kPrintedFormKeys};
inline constexpr Key kPrintedFormKey{"form",
                                     object(kPrintedForm),
                                     kOptional,
                                     "none",
                                     {"供下载打印的表格", "The form to download and print"}};

}  // namespace vermilion::rules::schema::table
