using FsCheck;
using FsCheck.Fluent;
using Zhixin.Intake;

namespace Zhixin.Tests.Intake;

public sealed class NumberTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Theory]
    [InlineData("11010519491231002X", IdentityDefects.None)]
    [InlineData("11010519491231002x", IdentityDefects.None)]
    [InlineData(" 110105 19491231 002Ｘ", IdentityDefects.None)]
    [InlineData("110105194912310021", IdentityDefects.Checksum)]
    [InlineData("11010519491331002X", IdentityDefects.Checksum | IdentityDefects.BirthDate)]
    [InlineData("99020419551221858X", IdentityDefects.Province)]
    [InlineData("110105491231002", IdentityDefects.OldForm)]
    [InlineData("110105491331002", IdentityDefects.OldForm | IdentityDefects.BirthDate)]
    [InlineData("11010519491231002", IdentityDefects.Length)]
    [InlineData("1101051949123100AX", IdentityDefects.Characters)]
    [InlineData("11010519491231002Y", IdentityDefects.Characters)]
    [InlineData("不详", IdentityDefects.Length | IdentityDefects.Characters)]
    [InlineData("", IdentityDefects.Missing)]
    [InlineData(null, IdentityDefects.Missing)]
    public void An_identity_number_shows_what_is_odd_about_it(string? text, IdentityDefects defects) =>
        IdentityNumber.Of(text, Today).Defects.ShouldBe(defects);

    [Theory]
    [InlineData("99020419551221858X", true)]
    [InlineData("110105194912310021", false)]
    [InlineData("110105491231002", false)]
    public void Only_the_province_may_be_odd_in_a_sound_number(string text, bool sound) =>
        IdentityNumber.Of(text, Today).IsSound.ShouldBe(sound);

    [Fact]
    public void No_one_is_born_tomorrow() =>
        IdentityNumber.Of(Whole("11010520261122002"), Today).Defects.ShouldBe(IdentityDefects.BirthDate);

    [Fact]
    public void One_wrong_digit_is_always_seen() => Holds(
        from at in Gen.Choose(0, 16)
        from shift in Gen.Choose(1, 9)
        from serial in Gen.Choose(0, 999)
        select (at, shift, serial),
        t =>
        {
            var right = Whole($"11010519491231{t.serial:000}");
            var wrong = right.ToCharArray();
            wrong[t.at] = (char)('0' + ((wrong[t.at] - '0' + t.shift) % 10));
            return IdentityNumber.Of(right, Today).IsSound && !IdentityNumber.Of(new string(wrong), Today).IsSound;
        });

    [Theory]
    [InlineData("19900000102", "19900000102", PhoneDefect.None)]
    [InlineData("199 0000 0102", "19900000102", PhoneDefect.None)]
    [InlineData("+86-19900000102", "19900000102", PhoneDefect.None)]
    [InlineData("１９９０００００１０２", "19900000102", PhoneDefect.None)]
    [InlineData("0391-2345678", "03912345678", PhoneDefect.None)]
    [InlineData("（010）12345678", "01012345678", PhoneDefect.None)]
    [InlineData("0391-2345678转12", "03912345678-12", PhoneDefect.None)]
    [InlineData("4001234567", "4001234567", PhoneDefect.None)]
    [InlineData("2345678", "2345678", PhoneDefect.NoAreaCode)]
    [InlineData("1990000010", "1990000010", PhoneDefect.Length)]
    [InlineData("199000001021", "199000001021", PhoneDefect.Length)]
    [InlineData("12000000102", "12000000102", PhoneDefect.Length)]
    [InlineData("1.99E+10", "1.99E+10", PhoneDefect.Characters)]
    [InlineData("无", "无", PhoneDefect.Characters)]
    [InlineData("", "", PhoneDefect.Missing)]
    [InlineData(null, "", PhoneDefect.Missing)]
    public void A_phone_number_shows_what_is_odd_about_it(string? text, string number, PhoneDefect defect) =>
        PhoneNumber.Of(text).ShouldBe(new PhoneNumber(number, defect));

    [Fact]
    public void No_text_makes_either_fail() => Holds(Garbage.Of("0123456789Xx+-转（）() 　A身"), text =>
        IdentityNumber.Of(text, Today) is not null && PhoneNumber.Of(text) is not null);

    private static string Whole(string first17)
    {
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        return first17 + "10X98765432"[first17.Select((c, i) => (c - '0') * weights[i]).Sum() % 11];
    }

    private static void Holds<T>(Gen<T> any, Func<T, bool> law) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(any.ToArbitrary(), law));
}
