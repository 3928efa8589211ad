#include "rules/forms/strokes.hpp"

#include <gmock/gmock.h>

namespace vermilion::rules::forms {
namespace {

MATCHER_P(IsDrawnAt, box, "") {
  return arg.box == box;
}

TEST(FormStrokes, CellHasAFrameAndALineBesideItsLabel) {
  FilledForm form;
  form.form.fields = {{.id = "agent", .box = {20, 50, 100, 9}, .label_w = 30}};
  EXPECT_THAT(strokes_of(form),
              testing::ElementsAre(IsDrawnAt(Box{20, 50, 100, 9}), IsDrawnAt(Box{50, 50, 0, 9})));
}

TEST(FormStrokes, FieldToWriteOnHasALineAboveTheFootOfItsBox) {
  FilledForm form;
  form.form.fields = {{.id = "until", .box = {20, 50, 100, 9}, .label_w = 30, .style = "line"}};
  EXPECT_THAT(strokes_of(form), testing::ElementsAre(IsDrawnAt(Box{50, 58, 70, 0})));
}

TEST(FormStrokes, BareStampHasNone) {
  FilledForm form;
  form.form.stamps = {{.id = "agent", .box = {20, 50, 80, 20}, .style = "bare"},
                      {.id = "seal", .box = {110, 50, 80, 60}}};
  EXPECT_THAT(strokes_of(form), testing::ElementsAre(IsDrawnAt(Box{110, 50, 80, 60})));
}

TEST(FormStrokes, TableIsAsHighAsItsRows) {
  FilledForm form;
  form.form.tables = {{.id = "papers",
                       .columns = {{.id = "document", .w = 40}, {.id = "done", .w = 15}},
                       .box = {20, 97, 60, 100},
                       .row_h = 15}};
  form.rows["papers"] = {{}, {}};
  const Table& table = form.form.tables[0];
  EXPECT_EQ(cell_of(table, 1, 1), (Box{60, 122, 15, 15}));
  const auto strokes = strokes_of(form);
  // A cell each for the head and the rows, a square to tick in each row, the outline.
  EXPECT_THAT(strokes, testing::SizeIs(2 + 2 * 2 + 2 + 1));
  EXPECT_THAT(strokes.back(), IsDrawnAt(Box{20, 97, 55, 40}));
}

TEST(FormStrokes, SymbolStandsAboveItsLabel) {
  const Code labelled{.label = "扫码", .box = {23, 228, 34, 39}};
  EXPECT_EQ(symbol_of(labelled), (Box{23, 228, 34, 34}));
  const Code bare{.box = {23, 228, 34, 39}};
  EXPECT_EQ(symbol_of(bare), (Box{23, 228, 34, 34}));
}

}  // namespace
}  // namespace vermilion::rules::forms
