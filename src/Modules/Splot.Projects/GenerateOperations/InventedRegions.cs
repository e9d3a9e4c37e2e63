using System.Globalization;

namespace Splot.Projects.GenerateOperations;

/// <summary>A real NUTS 3 region in which invented operations take place.</summary>
/// <param name="Code">NUTS 2024 code.</param>
/// <param name="Name">National name.</param>
/// <param name="Thousands">Inhabitants in thousands: the weight of the region.</param>
/// <param name="Latitude">Hundredths of a degree, near the middle of the region.</param>
/// <param name="Longitude">Hundredths of a degree.</param>
internal sealed record InventedRegion(string Code, string Name, int Thousands, int Latitude, int Longitude)
{
    /// <summary>Category of region in which the NUTS 2 region lies (Decision (EU) 2021/1130; 2014-2020: Decision 2014/99/EU).</summary>
    public string Category(string period) => Code[..4] switch
    {
        "PL91" => "more-developed",
        "PL41" or "PL51" or "BG41" when period == "2021-2027" => "transition",
        "IE04" when period == "2021-2027" => "transition",
        "IE04" or "IE05" or "IE06" => "more-developed",
        _ => "less-developed",
    };
}

/// <summary>Regions by country, and a draw among them that follows their population.</summary>
internal sealed class InventedRegions
{
    private const int Slots = 4096;

    // Codes and names: NUTS 2024 (Eurostat, © European Union, CC BY 4.0). Inhabitants of PL and BG: LAU 2019, the same source; IE rounded.
    private const string Facts = """
        BG311;Видин;85;4399;2288
        BG312;Монтана;130;4341;2323
        BG313;Враца;163;4320;2355
        BG314;Плевен;240;4342;2462
        BG315;Ловеч;125;4313;2472
        BG321;Велико Търново;236;4308;2565
        BG322;Габрово;108;4287;2532
        BG323;Русе;219;4385;2597
        BG324;Разград;112;4353;2652
        BG325;Силистра;109;4412;2727
        BG331;Варна;471;4321;2791
        BG332;Добрич;174;4357;2783
        BG333;Шумен;172;4327;2694
        BG334;Търговище;112;4325;2657
        BG341;Бургас;410;4251;2747
        BG342;Сливен;186;4268;2632
        BG343;Ямбол;119;4248;2651
        BG344;Стара Загора;316;4243;2563
        BG411;София (столица);1328;4270;2332
        BG412;София;229;4265;2360
        BG413;Благоевград;305;4202;2309
        BG414;Перник;121;4260;2303
        BG415;Кюстендил;119;4228;2269
        BG421;Пловдив;668;4214;2475
        BG422;Хасково;228;4193;2556
        BG423;Пазарджик;255;4219;2433
        BG424;Смолян;105;4158;2470
        BG425;Кърджали;153;4164;2537
        PL213;Miasto Kraków;771;5006;1994
        PL214;Krakowski;730;5004;2010
        PL217;Tarnowski;463;5001;2099
        PL218;Nowosądecki;541;4962;2070
        PL219;Nowotarski;344;4948;2003
        PL21A;Oświęcimski;551;5003;1930
        PL224;Częstochowski;513;5081;1912
        PL225;Bielski;668;4982;1904
        PL227;Rybnicki;635;5010;1855
        PL228;Bytomski;439;5035;1890
        PL229;Gliwicki;469;5030;1868
        PL22A;Katowicki;733;5026;1902
        PL22B;Sosnowiecki;681;5029;1913
        PL22C;Tyski;397;5012;1899
        PL411;Pilski;411;5315;1674
        PL414;Koniński;658;5222;1825
        PL415;Miasto Poznań;536;5241;1693
        PL416;Kaliski;670;5176;1809
        PL417;Leszczyński;558;5184;1657
        PL418;Poznański;661;5235;1680
        PL424;Miasto Szczecin;402;5343;1455
        PL426;Koszaliński;357;5419;1618
        PL427;Szczecinecko-pyrzycki;428;5340;1600
        PL428;Szczeciński;513;5360;1490
        PL431;Gorzowski;385;5273;1524
        PL432;Zielonogórski;629;5194;1551
        PL514;Miasto Wrocław;641;5111;1703
        PL515;Jeleniogórski;562;5090;1574
        PL516;Legnicko-głogowski;449;5140;1618
        PL517;Wałbrzyski;652;5078;1628
        PL518;Wrocławski;597;5120;1720
        PL523;Nyski;371;5047;1733
        PL524;Opolski;615;5067;1793
        PL613;Bydgosko-toruński;777;5310;1830
        PL616;Grudziądzki;390;5348;1875
        PL617;Inowrocławski;363;5280;1826
        PL618;Świecki;189;5341;1845
        PL619;Włocławski;359;5265;1907
        PL621;Elbląski;526;5416;1940
        PL622;Olsztyński;614;5378;2048
        PL623;Ełcki;289;5383;2236
        PL633;Trójmiejski;749;5440;1860
        PL634;Gdański;590;5425;1835
        PL636;Słupski;335;5446;1703
        PL637;Chojnicki;226;5370;1756
        PL638;Starogardzki;432;5397;1853
        PL711;Miasto Łódź;685;5177;1946
        PL712;Łódzki;388;5170;1936
        PL713;Piotrkowski;585;5141;1970
        PL714;Sieradzki;447;5160;1873
        PL715;Skierniewicki;361;5196;2015
        PL721;Kielecki;762;5087;2063
        PL722;Sandomiersko-jędrzejowski;479;5060;2150
        PL811;Bialski;302;5203;2312
        PL812;Chełmsko-zamojski;624;5090;2335
        PL814;Lubelski;712;5125;2257
        PL815;Puławski;479;5142;2197
        PL821;Krośnieński;482;4969;2177
        PL822;Przemyski;390;4978;2277
        PL823;Rzeszowski;641;5004;2200
        PL824;Tarnobrzeski;615;5050;2170
        PL841;Białostocki;513;5313;2316
        PL842;Łomżyński;396;5318;2208
        PL843;Suwalski;272;5410;2293
        PL911;Miasto Warszawa;1778;5223;2101
        PL912;Warszawski wschodni;640;5230;2130
        PL913;Warszawski zachodni;640;5210;2070
        PL921;Radomski;611;5140;2115
        PL922;Ciechanowski;341;5288;2062
        PL923;Płocki;328;5255;1970
        PL924;Ostrołęcki;386;5308;2157
        PL925;Siedlecki;420;5217;2229
        PL926;Żyrardowski;259;5205;2044
        IE041;Border;403;5400;-760
        IE042;West;466;5330;-890
        IE051;Mid-West;486;5266;-863
        IE052;South-East;434;5234;-700
        IE053;South-West;709;5190;-860
        IE061;Dublin;1391;5335;-626
        IE062;Mid-East;735;5320;-680
        IE063;Midland;300;5345;-770
        """;

    private static readonly InventedRegion[] Every = [.. Facts.Split('\n').Select(Parse)];

    private readonly ushort[] lookup = new ushort[Slots];

    private InventedRegions(string country)
    {
        All = [.. Every.Where(region => region.Code.StartsWith(country, StringComparison.Ordinal))];
        var total = All.Sum(region => region.Thousands);
        var slot = 0;
        var reached = 0;
        for (var i = 0; i < All.Count; i++)
        {
            reached += All[i].Thousands;
            while (slot < Slots && (long)slot * total < (long)reached * Slots)
            {
                lookup[slot++] = (ushort)i;
            }
        }
    }

    /// <summary>Poland.</summary>
    public static InventedRegions Poland { get; } = new("PL");

    /// <summary>Bulgaria.</summary>
    public static InventedRegions Bulgaria { get; } = new("BG");

    /// <summary>Ireland.</summary>
    public static InventedRegions Ireland { get; } = new("IE");

    /// <summary>The regions, by code.</summary>
    public IReadOnlyList<InventedRegion> All { get; }

    /// <summary>A region, the likelier the more people live in it.</summary>
    public InventedRegion Draw(Random random) => All[lookup[random.Next(Slots)]];

    private static InventedRegion Parse(string line)
    {
        var parts = line.Trim().Split(';');
        return new InventedRegion(parts[0], parts[1], Whole(parts[2]), Whole(parts[3]), Whole(parts[4]));
    }

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
