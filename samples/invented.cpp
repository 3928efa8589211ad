#include "samples/invented.hpp"

#include "samples/invented_numbers.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace vermilion::samples {
namespace {

using Words = std::string_view;

// No such cities: whoever reads a sample sees at once that it was made up.
constexpr std::array<Words, 6> kCities{"样州市", "虚江市", "拟安市", "例溪市", "仿城市", "假渡市"};
constexpr std::array<Words, 8> kDistricts{"笔架区", "砚池区", "墨溪区", "纸坊区",
                                          "朱砂县", "印泥县", "笺湖区", "卷云县"};
constexpr std::array<Words, 10> kStreets{"砚台路", "狼毫街", "宣纸大道", "松烟路", "镇尺巷",
                                         "印石路", "朱文街", "白文路",   "回纹路", "云笺大道"};
constexpr std::array<Words, 24> kFancyNames{
    "墨舟", "砚田", "云笺", "朱泥", "纸鹤", "青简", "竹牍", "印心", "素卷", "拾样", "虚谷", "拟境",
    "例成", "范式", "样衡", "白描", "工笔", "石青", "藤黄", "赭石", "丹砂", "花青", "松烟", "水印"};
constexpr std::array<Words, 20> kTrades{
    "建设工程",     "信息技术", "建筑劳务", "园林绿化", "医疗器械", "电子商务", "供应链管理",
    "物业服务",     "机电设备", "环保科技", "文化传播", "工程咨询", "测绘",     "装饰设计",
    "市政公用工程", "软件开发", "新能源",   "食品配送", "消防工程", "检测技术"};
constexpr std::array<Words, 4> kForms{"有限公司", "有限责任公司", "股份有限公司", "有限公司"};
constexpr std::array<Words, 12> kInstitutions{
    "政务服务中心",     "第三中学",   "图书馆",           "水文监测站",
    "农业技术推广中心", "规划设计院", "公共资源交易中心", "疾病预防中心",
    "质量检验中心",     "博物馆",     "职业技术学校",     "档案馆"};
constexpr std::array<Words, 8> kAssociations{"建筑业协会", "书法家协会",   "软件行业协会",
                                             "志愿者协会", "物业管理协会", "医药商会",
                                             "摄影学会",   "茶叶协会"};
constexpr std::array<Words, 5> kClinics{"口腔门诊部", "中医诊所", "综合门诊部", "康复医院",
                                        "社区卫生服务站"};
constexpr std::array<Words, 16> kSurnames{"周", "沈", "顾", "陆", "程", "范", "简", "卓",
                                          "柳", "温", "宁", "苏", "岑", "乔", "闻", "池"};
constexpr std::array<Words, 20> kGivenNames{"砚舟", "墨白", "知样", "拟之", "若虚", "景笺", "石青",
                                            "简",   "丹",   "例",   "云卷", "朱明", "松",   "印川",
                                            "素",   "纸鸢", "文样", "楷",   "篆书", "朴"};
constexpr std::array<Words, 14> kActivities{
    "建设工程施工", "软件开发",         "信息系统集成服务", "技术咨询、技术服务",  "建筑材料销售",
    "办公设备销售", "园林绿化工程施工", "物业管理",         "会议及展览服务",      "工程管理服务",
    "电子产品销售", "环保咨询服务",     "货物进出口",       "普通机械设备安装服务"};
constexpr std::array<Words, 10> kDepartments{"内科",       "外科",   "口腔科",     "中医科",
                                             "儿科",       "康复科", "医学影像科", "检验科",
                                             "预防保健科", "急诊科"};
constexpr std::array<Words, 7> kCapitals{"壹佰万元整",       "伍佰万元整",     "壹仟万元整",
                                         "贰仟零捌拾万元整", "叁佰陆拾万元整", "伍仟万元整",
                                         "壹亿元整"};

std::string person_name(Random& random) {
  return fmt::format("{}{}", random.choose(kSurnames), random.choose(kGivenNames));
}

std::string street_address(std::string_view city, Random& random) {
  return fmt::format("江西省{}{}{}{}号{}栋{}室", city, random.choose(kDistricts),
                     random.choose(kStreets), random.integer(1, 288), random.integer(1, 18),
                     random.integer(1, 28) * 100 + random.integer(1, 12));
}

// One company in five has its city in full-width brackets, which readers return half-width.
std::string company_name(std::string_view city, Random& random) {
  const auto fancy = random.choose(kFancyNames);
  const auto trade = random.choose(kTrades);
  const auto form = random.choose(kForms);
  if (random.chance(0.2)) return fmt::format("{}（{}）{}{}", fancy, city, trade, form);
  return fmt::format("{}{}{}{}", random.chance(0.5) ? "江西" : city, fancy, trade, form);
}

std::string name_of(Category category, std::string_view city, Random& random) {
  switch (category) {
    case Category::Company:
      return company_name(city, random);
    case Category::Institution:
      return fmt::format("{}{}", city, random.choose(kInstitutions));
    case Category::Association:
      return fmt::format("{}{}", city, random.choose(kAssociations));
    case Category::Clinic:
      return fmt::format("{}{}{}", city, random.choose(kFancyNames), random.choose(kClinics));
  }
  return {};
}

std::string_view code_prefix(Category category) {
  switch (category) {
    case Category::Company:
      return "91";
    case Category::Institution:
      return "12";
    case Category::Association:
      return "51";
    case Category::Clinic:
      return "52";  // 民办非企业单位
  }
  return "91";
}

std::string registrar_of(Category category, std::string_view city, Random& random) {
  switch (category) {
    case Category::Company:
      return fmt::format("{}{}", city, random.chance(0.7) ? "市场监督管理局" : "行政审批局");
    case Category::Institution:
      return fmt::format("{}事业单位登记管理局", city);
    case Category::Association:
      return fmt::format("{}民政局", city);
    case Category::Clinic:
      return fmt::format("{}卫生健康委员会", city);
  }
  return {};
}

template <class List>
std::string joined(const List& list, int count, Random& random) {
  std::string text;
  const int first = random.integer(0, static_cast<int>(list.size()) - 1);
  for (int i = 0; i < count; ++i) {
    if (i > 0) text += "、";
    text += list[static_cast<std::size_t>(first + i) % list.size()];
  }
  return text;
}

std::string purpose_of(Category category, Random& random) {
  if (category == Category::Clinic) return joined(kDepartments, random.integer(3, 7), random);
  const std::string activities = joined(kActivities, random.integer(3, 9), random);
  if (category != Category::Company) return activities + "等相关公益服务。";
  return activities + "（依法须经批准的项目，经相关部门批准后方可开展经营活动）";
}

Date any_date(int first_year, int last_year, Random& random) {
  return {random.integer(first_year, last_year), random.integer(1, 12), random.integer(1, 28)};
}

}  // namespace

std::string in_chinese(Date date) {
  return fmt::format("{}年{:02}月{:02}日", date.year, date.month, date.day);
}

Organisation invent_organisation(Category category, Random random) {
  Random names = random.child("names");
  Random numbers = random.child("numbers");
  Random dates = random.child("dates");
  const std::string_view city = names.choose(kCities);
  const std::string code = invented_credit_code(code_prefix(category), numbers);
  const Date founded = any_date(1995, 2022, dates);
  return {
      .category = category,
      .name = name_of(category, city, names),
      .code_meant = code,
      .code_printed = code,
      .legal_person = person_name(names),
      .type = names.chance(0.7) ? "有限责任公司（自然人投资或控股）" : "其他股份有限公司（非上市）",
      .address = street_address(city, names),
      .capital = std::string(names.choose(kCapitals)),
      .purpose = purpose_of(category, names),
      .registrar = registrar_of(category, city, names),
      .sponsor = fmt::format("{}人民政府", city),
      .seal_number = invented_seal_number(numbers),
      .city = std::string(city),
      .founded = founded,
      .issued = any_date(2016, 2026, dates)};
}

Person invent_person(Random random) {
  const bool male = random.chance(0.5);
  const int birth_year = random.integer(1962, 1999);
  const std::string_view city = random.choose(kCities);
  return {.name = person_name(random),
          .male = male,
          .birth_year = birth_year,
          .address = street_address(city, random),
          .citizen_id = invented_citizen_id(birth_year, male, random),
          .police = fmt::format("{}公安局{}分局", city, random.choose(kDistricts)),
          .valid_from = any_date(2010, 2024, random)};
}

}  // namespace vermilion::samples
