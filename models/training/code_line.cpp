#include "models/training/code_line.hpp"

#include "models/training/faces.hpp"
#include "models/training/pen.hpp"
#include "models/training/printed_code.hpp"
#include "models/training/wear.hpp"
#include "pipeline/credit_code/line_net.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <string>

namespace vermilion::models {
namespace {

namespace code = pipeline::credit_code;

constexpr double kCapital = 38;          // as drawn, in pixels
constexpr double kEm = kCapital / 0.73;  // of most faces
constexpr int kMargin = static_cast<int>(2.5 * kEm);
constexpr int kHeight = static_cast<int>(3.4 * kEm);
constexpr int kWidthMax = 4000;

struct Segment {
  std::u32string text;
  bool han = false;
};

std::u32string wide(std::string_view text) {
  return {text.begin(), text.end()};
}

template <std::size_t N>
std::u32string_view one_of(Random& random, const std::array<std::u32string_view, N>& from) {
  return from[static_cast<std::size_t>(whole(random, 0, static_cast<int>(N) - 1))];
}

std::u32string label(Random& random) {
  constexpr std::array<std::u32string_view, 10> kLabels{U"统一社会信用代码",
                                                        U"统一社会信用代码",
                                                        U"统一社会信用代码：",
                                                        U"信用代码",
                                                        U"统一代码",
                                                        U"编号",
                                                        U"注册号：",
                                                        U"代码 ",
                                                        U"统一社会信用代码/注册号",
                                                        U"证照编号"};
  const auto text = one_of(random, kLabels);
  if (chance(random, 0.3)) return std::u32string(text);
  return std::u32string(text.substr(
      text.size() - static_cast<std::size_t>(whole(random, 1, static_cast<int>(text.size())))));
}

std::vector<Segment> segments_of(Random& random) {
  const std::u32string main = wide(code_like(random));
  if (main.empty()) return {{random_han(random, whole(random, 5, 16)), true}};
  std::vector<Segment> segments;
  const double before = uniform(random, 0, 1);
  if (before < 0.22) {
    segments.push_back({label(random), true});
  } else if (before < 0.26) {
    constexpr std::array<std::u32string_view, 6> kMarks{U"(", U"（", U":", U"：", U".", U"|"};
    segments.push_back({std::u32string(one_of(random, kMarks)), true});
  }
  segments.push_back({main});
  const double behind = uniform(random, 0, 1);
  if (behind < 0.08) {
    constexpr std::array<std::u32string_view, 6> kCopies{U"（1-1）", U"(1/1)", U"（副本）",
                                                         U")",       U"）",    U"(2-1)"};
    segments.push_back({std::u32string(one_of(random, kCopies)), true});
  } else if (behind < 0.16) {
    segments.push_back({random_han(random, whole(random, 1, 4)), true});
  }
  return segments;
}

std::vector<std::uint8_t> classes_of(const std::vector<Segment>& segments) {
  std::vector<std::uint8_t> classes;
  for (const Segment& segment : segments) {
    for (const char32_t c : segment.text) {
      if (c == U' ') continue;
      const auto at =
          c < 128 ? code::kLineCharacters.find(static_cast<char>(c)) : std::string_view::npos;
      const auto is =
          static_cast<std::uint8_t>(at == std::string_view::npos ? code::kLineOther : at + 1);
      // A row of others is one: how many there are is nothing the reader needs to learn.
      if (is == code::kLineOther && !classes.empty() && classes.back() == is) continue;
      classes.push_back(is);
    }
  }
  return classes;
}

// A line in the middle of its surroundings, as coverage by ink.
struct Drawn {
  cv::Mat coverage;
  double length = 0;  // from kMargin
};

double baseline() {
  return kHeight * 0.5 + kCapital / 2;
}

// Characters of a segment; gives where the next would begin.
double draw(Pen& pen, const std::u32string& text, double x, double y, double spacing) {
  for (const char32_t c : text) {
    if (x > kWidthMax - kMargin) break;
    double advance = 0;
    pen.draw(c, x, y, advance);
    x += advance + spacing;
  }
  return x;
}

void draw_neighbours(Pen& pen, double length, std::string_view han_family, Random& random) {
  for (const double side : {-1.0, 1.0}) {
    if (!chance(random, 0.45)) continue;
    pen.set_face(han_family, PANGO_WEIGHT_NORMAL, kCapital);
    const double y = baseline() + side * kEm * uniform(random, 1.15, 1.7);
    const std::u32string text =
        chance(random, 0.8) ? random_han(random, whole(random, 3, 12)) : wide(valid_code(random));
    draw(pen, text, kMargin + uniform(random, -kEm, length * 0.7), y, 0);
  }
}

// Rules of a table above, below or beside the line.
void draw_rules(cv::Mat& coverage, Random& random) {
  for (const double side : {-1.0, 1.0}) {
    if (!chance(random, 0.15)) continue;
    const double y =
        baseline() + side * kEm * uniform(random, 0.5, 1.2) - (side < 0 ? kCapital * 0.6 : 0);
    cv::line(coverage, cv::Point2d(0, y), cv::Point2d(coverage.cols, y + uniform(random, -2, 2)),
             255, whole(random, 1, 4));
  }
  if (chance(random, 0.06)) {
    const double x = kMargin - kEm * uniform(random, 0.3, 1.2);
    cv::line(coverage, cv::Point2d(x, 0), cv::Point2d(x, coverage.rows), 255, whole(random, 1, 4));
  }
}

Drawn drawn(const std::vector<Segment>& segments, Random& random) {
  Pen pen(kWidthMax, kHeight);
  const auto family = random_family(random);
  const auto han_family = kHanFamilies[static_cast<std::size_t>(whole(random, 0, 3))];
  const auto weight = chance(random, 0.2)    ? PANGO_WEIGHT_BOLD
                      : chance(random, 0.15) ? PANGO_WEIGHT_LIGHT
                                             : PANGO_WEIGHT_NORMAL;
  constexpr std::array kSpacings{0.0, 0.0, 0.0, 0.03, 0.06, 0.1, 0.16, 0.24, 0.45, -0.03};
  const double spacing = kEm * kSpacings[static_cast<std::size_t>(whole(random, 0, 9))];
  const double gap = kEm * uniform(random, 0.1, 1.0);
  double x = kMargin;
  for (const Segment& segment : segments) {
    if (x > kMargin) x += gap;
    pen.set_face(segment.han ? han_family : family, weight,
                 kCapital * (segment.han ? uniform(random, 0.75, 1.1) : 1.0));
    x = draw(pen, segment.text, x, baseline(), segment.han ? 0 : spacing);
  }
  const double length = x - kMargin;
  draw_neighbours(pen, length, han_family, random);
  cv::Mat all = pen.coverage();
  const int width = std::min(all.cols, static_cast<int>(x) + kMargin);
  cv::Mat coverage = all(cv::Rect(0, 0, width, kHeight)).clone();
  draw_rules(coverage, random);
  if (chance(random, 0.22)) {
    const int side = whole(random, 2, 3);
    const cv::Mat kernel = cv::Mat::ones(side, side, CV_8U);
    if (chance(random, 0.6))
      cv::dilate(coverage, coverage, kernel);
    else
      cv::erode(coverage, coverage, cv::Mat::ones(2, 2, CV_8U));
  }
  return {std::move(coverage), length};
}

cv::Matx33d shift(double x, double y) {
  return {1, 0, x, 0, 1, y, 0, 0, 1};
}

cv::Matx33d stretch(double x, double y) {
  return {x, 0, 0, 0, y, 0, 0, 0, 1};
}

// A picture of a line, and where a point of the drawing lies in it.
struct Taken {
  cv::Mat picture;
  cv::Matx33d from_drawing;
};

// At `capital` pixels a capital, askew and in perspective.
Taken taken(cv::Mat picture, double capital, Random& random) {
  const double scale = capital / kCapital;
  const double width = picture.cols * scale * uniform(random, 0.85, 1.15);
  const double height = picture.rows * scale;
  const double turn = chance(random, 0.6) ? normal(random) * 4 * CV_PI / 180 : 0;
  const double c = std::cos(turn);
  const double s = std::sin(turn);
  const cv::Size size(static_cast<int>(width * std::abs(c) + height * std::abs(s)) + 2,
                      static_cast<int>(height * std::abs(c) + width * std::abs(s)) + 2);
  cv::Matx33d keystone = cv::Matx33d::eye();
  if (chance(random, 0.35)) {
    keystone(2, 0) = uniform(random, -0.15, 0.15) / size.width;
    keystone(2, 1) = uniform(random, -0.15, 0.15) / size.width;
  }
  const cv::Matx33d rotation{c, -s, size.width / 2.0, s, c, size.height / 2.0, 0, 0, 1};
  const cv::Matx33d centred = keystone * rotation * shift(-width / 2, -height / 2);
  const cv::Matx33d from_drawing = centred * stretch(width / picture.cols, height / picture.rows);
  cv::Size reduced = picture.size();
  if (scale < 0.75) {
    reduced = {std::max(8, static_cast<int>(width)), std::max(8, static_cast<int>(height))};
    cv::resize(picture, picture, reduced, 0, 0, cv::INTER_AREA);
  }
  const cv::Matx33d from_reduced =
      centred * stretch(width / reduced.width, height / reduced.height);
  cv::Mat seen;
  cv::warpPerspective(picture, seen, from_reduced, size, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
  return {photographed(std::move(seen), capital, random), from_drawing};
}

double margin(Random& random) {
  return kEm * (chance(random, 0.85) ? uniform(random, 0.15, 1.6) : uniform(random, -0.05, 0.3));
}

// As the pipeline cuts a line out, which is a little off in height, place and slope.
cv::Mat cut_out(const Taken& line, double length, Random& random) {
  const double height = kCapital * code::kLineRows / uniform(random, 15.5, 25);
  const double left = kMargin - margin(random);
  const double right = kMargin + length + margin(random);
  const double middle = baseline() - kCapital / 2 + normal(random) * 0.07 * height;
  const double slant = normal(random) * 0.08 * height;
  std::array<cv::Point2f, 4> corners;
  const std::array<cv::Point2d, 4> straight{cv::Point2d(left + slant, middle - height / 2),
                                            cv::Point2d(right + slant, middle - height / 2),
                                            cv::Point2d(right, middle + height / 2),
                                            cv::Point2d(left, middle + height / 2)};
  for (std::size_t i = 0; i < 4; ++i) {
    const double y = straight[i].y + normal(random) * 0.05 * height;
    const cv::Vec3d at = line.from_drawing * cv::Vec3d(straight[i].x, y, 1);
    corners[i] = cv::Point2f(static_cast<float>(at[0] / at[2]), static_cast<float>(at[1] / at[2]));
  }
  const double natural = (right - left) / height * code::kLineRows * uniform(random, 0.8, 1.15);
  const int width = std::clamp(static_cast<int>(natural), 60, code::kLineColumns);
  const int offset = chance(random, 0.8) ? 0 : whole(random, 0, code::kLineColumns - width);
  const auto x0 = static_cast<float>(offset);
  const auto x1 = static_cast<float>(offset + width);
  constexpr float kBottom = code::kLineRows;
  const std::array<cv::Point2f, 4> target{cv::Point2f(x0, 0), cv::Point2f(x1, 0),
                                          cv::Point2f(x1, kBottom), cv::Point2f(x0, kBottom)};
  cv::Mat cut;
  cv::warpPerspective(line.picture, cut, cv::getPerspectiveTransform(corners.data(), target.data()),
                      {code::kLineColumns, code::kLineRows},
                      chance(random, 0.5) ? cv::INTER_LINEAR : cv::INTER_CUBIC,
                      cv::BORDER_REPLICATE);
  if (chance(random, 0.5)) {
    const auto ground = cv::mean(cut(cv::Rect(offset, 0, width, code::kLineRows)))[0];
    cut.colRange(0, offset).setTo(ground);
    cut.colRange(offset + width, cut.cols).setTo(ground);
  }
  return cut;
}

}  // namespace

CodeLine code_line(Random& random) {
  const std::vector<Segment> segments = segments_of(random);
  const Drawn line = drawn(segments, random);
  cv::Mat picture = printed_on_paper(line.coverage, random);
  if (chance(random, 0.25)) watermark(picture, kEm, random);
  if (chance(random, 0.25)) stamp_over(picture, kEm, random);
  const double capital = 6 * std::pow(34.0 / 6, uniform(random, 0, 1));
  const Taken taken_line = taken(std::move(picture), capital, random);
  CodeLine example{cut_out(taken_line, line.length, random), classes_of(segments)};
  if (chance(random, 0.02)) cv::subtract(cv::Scalar(255), example.picture, example.picture);
  return example;
}

}  // namespace vermilion::models
