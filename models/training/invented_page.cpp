#include "models/training/faces.hpp"
#include "models/training/page_layout.hpp"
#include "models/training/pen.hpp"
#include "models/training/printed_code.hpp"
#include "models/training/wear.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace vermilion::models {
namespace {

constexpr int kLonger = 900;  // pixels

std::u32string wide(std::string_view text) {
  return {text.begin(), text.end()};
}

std::u32string digits(Random& random, int count) {
  std::u32string text;
  for (int i = 0; i < count; ++i) text += static_cast<char32_t>(U'0' + whole(random, 0, 9));
  return text;
}

template <std::size_t N>
std::u32string one_of(Random& random, const std::array<std::u32string_view, N>& from) {
  return std::u32string(from[static_cast<std::size_t>(whole(random, 0, static_cast<int>(N) - 1))]);
}

// Where print stands, capitals on the base line.
struct Extent {
  double left = 0;
  double right = 0;
  double base = 0;
  double height = 0;
};

// A page being set: the print in one ink, its title in another.
class Setter {
 public:
  Setter(cv::Size size, Random& random)
      : size_(size), random_(random), pen_(size.width, size.height) {
    han_ = kHanFamilies[static_cast<std::size_t>(whole(random, 0, 3))];
    code_face_ = random_family(random);
    margin_ = whole(random, 40, 90);
    top_ = whole(random, 30, 70);
    text_ = size.width > size.height ? whole(random, 9, 14) : whole(random, 9, 13);
    if (chance(random, 0.6)) top_ += whole(random, 30, 70);  // an emblem stands there
  }

  std::optional<Quad> set() {
    title();
    std::optional<Extent> code;
    if (!chance(random_, 1.0 / 12)) code = code_and_label();
    other_number(code);
    fields(code);
    if (!code) return std::nullopt;
    const auto left = static_cast<float>(code->left);
    const auto right = static_cast<float>(code->right);
    const auto low = static_cast<float>(code->base);
    const auto high = static_cast<float>(code->base - code->height);
    return Quad{cv::Point2f(left, high), cv::Point2f(right, high), cv::Point2f(right, low),
                cv::Point2f(left, low)};
  }

  cv::Mat coverage() { return pen_.coverage(); }
  int top() const { return top_; }

 private:
  Extent write(const std::u32string& text, double x, double base, double capital,
               std::string_view family, double spacing = 0) {
    pen_.set_face(family, bold_ ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL, capital);
    Extent extent{.left = x, .right = x, .base = base, .height = capital};
    for (const char32_t c : text) {
      double advance = 0;
      extent.right = static_cast<double>(pen_.draw(c, x, base, advance).end);
      x += advance + spacing;
    }
    return extent;
  }

  void title() {
    constexpr std::array<std::u32string_view, 6> kTitles{
        U"营业执照", U"营 业 执 照",        U"营  业  执  照",
        U"登记证书", U"个体工商户营业执照", U"民办非企业单位登记证书"};
    const std::u32string text = one_of(random_, kTitles);
    const double capital = whole(random_, 22, 50);
    const double length = static_cast<double>(text.size()) * capital * 1.2;
    bold_ = chance(random_, 0.6);
    write(text, (size_.width - length) / 2 + uniform(random_, -30, 30), top_ + capital, capital,
          han_);
    bold_ = false;
    top_ += static_cast<int>(capital * 1.4);
    if (chance(random_, 0.6))
      write(U"（副  本）", size_.width / 2.0 - 40, top_ + 14, whole(random_, 10, 18), han_);
  }

  Extent code_and_label() {
    constexpr std::array<std::u32string_view, 6> kLabels{
        U"统一社会信用代码", U"统一社会信用代码",        U"统一社会信用代码",
        U"统一社会信用代码", U"统一社会信用代码/注册号", U"社会信用代码"};
    const bool wide_page = size_.width > size_.height;
    const double share = wide_page ? 0.10 * std::pow(2.8, uniform(random_, 0, 1))
                                   : 0.14 * std::pow(2.6, uniform(random_, 0, 1));
    constexpr std::array kSpacings{0.0, 0.0, 0.0, 0.05, 0.1, 0.2, 0.3};
    const double loose = kSpacings[static_cast<std::size_t>(whole(random_, 0, 6))];
    const double capital = std::max(5.0, size_.width * share / (18 * (0.85 + 1.4 * loose)));
    const double spacing = 1.4 * capital * loose;
    const std::u32string text = wide(valid_code(random_));
    const std::u32string label = one_of(random_, kLabels);
    const double length = 18 * 0.85 * capital + 17 * spacing;
    const double label_size = std::max(6.0, capital * uniform(random_, 0.7, 1.25));
    const double label_length = static_cast<double>(label.size()) * label_size * 1.25;
    const double kind = uniform(random_, 0, 1);
    if (kind < 0.55)
      return below_label(text, label, capital, spacing, label_size, std::max(length, label_length));
    if (kind < 0.9) {
      const double all = label_length + length + 8;
      const double x = std::clamp(place(all), 5.0, std::max(6.0, size_.width - all - 5));
      const double base = top_ + uniform(random_, 10, 75);
      const Extent before =
          write(label + (chance(random_, 0.5) ? U"：" : U""), x, base, label_size, han_);
      return coded(text, before.right + label_size * uniform(random_, 0.4, 1.5), base, capital,
                   spacing);
    }
    return coded(text, uniform(random_, 20, std::max(21.0, size_.width - length - 20)),
                 uniform(random_, 0.1, 0.9) * size_.height, capital, spacing);
  }

  Extent below_label(const std::u32string& text, const std::u32string& label, double capital,
                     double spacing, double label_size, double length) {
    const double x = std::max(4.0, place(length));
    const double base = top_ * uniform(random_, 0.55, 1.25) + label_size;
    write(label, x, base, label_size, han_,
          chance(random_, 0.4) ? label_size * uniform(random_, 0.1, 0.5) : 0);
    return coded(text, std::max(4.0, x + capital * uniform(random_, -0.5, 1)),
                 base + label_size * uniform(random_, 0.3, 0.9) + capital * 1.1, capital, spacing);
  }

  // Left, right or in the middle.
  double place(double length) {
    const std::array places{static_cast<double>(margin_) + uniform(random_, -25, 50),
                            static_cast<double>(margin_) + uniform(random_, -25, 50),
                            size_.width - margin_ - length - uniform(random_, 0, 60),
                            size_.width / 2.0 - length / 2};
    return places[static_cast<std::size_t>(whole(random_, 0, 3))];
  }

  Extent coded(const std::u32string& text, double x, double base, double capital, double spacing) {
    const Extent code = write(text, x, base, capital, code_face_, spacing);
    if (chance(random_, 0.2)) write(U"（1-1）", code.right + capital, base, capital, han_);
    return code;
  }

  void other_number(const std::optional<Extent>& code) {
    if (!chance(random_, 0.5)) return;
    constexpr std::array<std::u32string_view, 5> kBefore{U"注册号 ", U"编号：", U"No. ", U"S",
                                                         U"证照编号："};
    constexpr std::array kPlaces{0.04, 0.2, 0.93, 0.96};
    const double base = size_.height * kPlaces[static_cast<std::size_t>(whole(random_, 0, 3))];
    if (code && std::abs(code->base - base) < 30) return;
    write(one_of(random_, kBefore) + digits(random_, whole(random_, 8, 15)),
          uniform(random_, margin_, size_.width - 240), base, whole(random_, 7, 14),
          chance(random_, 0.5) ? han_ : code_face_);
  }

  void fields(const std::optional<Extent>& code) {
    constexpr std::array<std::u32string_view, 8> kNames{U"名    称", U"类    型", U"法定代表人",
                                                        U"注册资本", U"成立日期", U"营业期限",
                                                        U"住    所", U"经营范围"};
    double y = top_ + uniform(random_, 45, 110);
    if (code && code->base < size_.height * 0.5) y = std::max(y, code->base + 16);
    const double pitch = text_ * uniform(random_, 2, 3.2);
    const bool columns = size_.width > size_.height && chance(random_, 0.5);
    for (std::size_t i = 0; i < kNames.size() && y < size_.height - 50; ++i) {
      const bool second = columns && i % 2 == 1;
      const double x = margin_ + (second ? (size_.width - 2 * margin_) / 2.0 : 0);
      write(std::u32string(kNames[i]), x, y, text_, han_);
      const double end = columns && !second ? size_.width / 2.0 : size_.width - margin_;
      const int room = static_cast<int>((end - x - 8 * text_) / (text_ * 1.3));
      const int rows = i + 1 == kNames.size() ? whole(random_, 1, 6) : 1;
      for (int row = 0; row < rows && y < size_.height - 50; ++row, y += row < rows ? pitch : 0)
        write(value(i, std::max(2, room)), x + 8 * text_, y, text_, han_);
      if (!columns || second) y += pitch;
    }
  }

  std::u32string value(std::size_t field, int room) {
    const bool dates = field == 4 || field == 5;
    if (dates)
      return digits(random_, 4) + U"年" + digits(random_, 2) + U"月" + digits(random_, 2) + U"日";
    return random_han(random_, whole(random_, 2, room));
  }

  cv::Size size_;
  Random& random_;
  Pen pen_;
  std::string_view han_;
  std::string_view code_face_;
  bool bold_ = false;
  int margin_ = 0;
  int top_ = 0;
  int text_ = 0;
};

// A band of ornament along the edges, as licences have.
void add_border(cv::Mat& picture, Random& random) {
  const int outside = whole(random, 4, 30);
  const int width = whole(random, 8, 34);
  const double pitch = uniform(random, 0.15, 1.2);
  const double bend = uniform(random, 0.2, 0.8);
  const double level = uniform(random, -0.3, 0.4);
  const auto dark = static_cast<float>(uniform(random, 0.3, 0.8));
  const auto light = static_cast<float>(uniform(random, 0.75, 1));
  const int kind = whole(random, 0, 2);
  for (int y = 0; y < picture.rows; ++y) {
    for (int x = 0; x < picture.cols; ++x) {
      const int edge = std::min({x, y, picture.cols - 1 - x, picture.rows - 1 - y});
      if (edge <= outside || edge >= outside + width) continue;
      const double wave =
          kind == 0   ? std::sin(x * pitch) * std::sin(y * pitch)
          : kind == 1 ? std::sin(x * pitch + 1.5 * std::sin(edge * bend)) *
                            std::sin(y * pitch + 1.5 * std::sin(edge * 0.5))
                      : std::sin((x + y) * pitch) + std::sin((x - y) * pitch * (0.5 + bend));
      picture.at<float>(y, x) *= wave > level ? dark : light;
    }
  }
}

void add_frames(cv::Mat& picture, Random& random) {
  for (int i = whole(random, 1, 4); i > 0; --i) {
    const int inset = 10 + i * whole(random, 5, 14);
    cv::rectangle(picture, {inset, inset}, {picture.cols - inset, picture.rows - inset},
                  uniform(random, 110, 220), whole(random, 1, 7));
  }
}

// An emblem at the head, seals anywhere: in red light little of either is left.
void add_discs(cv::Mat& picture, int top, Random& random) {
  if (chance(random, 0.6)) {
    const int radius = whole(random, 18, 38);
    cv::circle(picture, {picture.cols / 2, std::max(radius, top - 2 * radius)}, radius,
               uniform(random, 140, 230), cv::FILLED, cv::LINE_AA);
  }
  for (int i = whole(random, 0, 2); i > 0; --i) {
    const int radius = whole(random, 50, 90);
    const cv::Point centre(whole(random, 0, picture.cols), whole(random, 0, picture.rows));
    const double ink = uniform(random, 60, 210);
    cv::circle(picture, centre, radius, ink, whole(random, 2, 5), cv::LINE_AA);
    cv::circle(picture, centre, radius / 4, ink, cv::FILLED, cv::LINE_AA);
  }
}

// A symbol, as far as the localiser can see one: modules at random.
void add_symbol(cv::Mat& picture, Random& random) {
  const int module = whole(random, 2, 4);
  const int side = module * whole(random, 25, 37);
  const cv::Point corner(whole(random, 0, std::max(1, picture.cols - side)),
                         whole(random, 0, std::max(1, picture.rows - side)));
  for (int y = 0; y < side; y += module) {
    for (int x = 0; x < side; x += module) {
      const cv::Rect at =
          cv::Rect(corner.x + x, corner.y + y, module, module) & cv::Rect({}, picture.size());
      picture(at).setTo(chance(random, 0.5) ? 30 : 235);
    }
  }
}

}  // namespace

FlatPage invented_page(Random& random) {
  const bool wide_page = chance(random, 0.6);
  const int shorter = static_cast<int>(kLonger * uniform(random, 0.66, 0.76));
  const cv::Size size = wide_page ? cv::Size(kLonger, shorter) : cv::Size(shorter, kLonger);
  Setter setter(size, random);
  FlatPage page;
  page.code = setter.set();
  cv::Mat decorated(size, CV_32F, cv::Scalar(uniform(random, 205, 255)));
  if (chance(random, 0.3)) add_symbol(decorated, random);
  if (chance(random, 0.55)) add_border(decorated, random);
  if (chance(random, 0.7)) add_frames(decorated, random);
  add_discs(decorated, setter.top(), random);
  const cv::Mat print = printed_on_paper(setter.coverage(), random);
  page.picture = decorated.mul(print) / 255;
  if (chance(random, 0.3)) watermark(page.picture, whole(random, 14, 60), random);
  return page;
}

}  // namespace vermilion::models
