using System.Text;
using CsCheck;
using MetadataExtractor;
using OutreachBot.Media.Stripping;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace OutreachBot.Tests.Media;

public sealed class StripperTests
{
    private static readonly Dictionary<string, Func<byte[]>> Files = new(StringComparer.Ordinal)
    {
        ["jpeg"] = MarkedPictures.Jpeg,
        ["png"] = MarkedPictures.Png,
        ["gif"] = MarkedPictures.Gif,
        ["webp"] = MarkedPictures.Webp,
        ["ogg"] = () => MarkedVoices.Ogg(),
        ["amr"] = MarkedVoices.Amr,
        ["mp3"] = MarkedVoices.Mp3,
        ["m4a"] = MarkedVoices.M4a,
    };

    public static TheoryData<string> Kinds => [.. Files.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_word_that_stands_beside_the_picture_or_sound_comes_out(string kind)
    {
        var file = Files[kind]();
        Assert.True(Holds(file, MarkedPictures.Canary), "the file holds none to begin with");

        var stripped = Stripper.Strip(file);

        Assert.NotNull(stripped);
        Assert.False(Holds(stripped.Bytes.Span, MarkedPictures.Canary));
    }

    [Theory]
    [InlineData("jpeg", MediumType.Jpeg)]
    [InlineData("png", MediumType.Png)]
    [InlineData("gif", MediumType.Png)]
    [InlineData("webp", MediumType.Jpeg)]
    [InlineData("ogg", MediumType.OggOpus)]
    [InlineData("amr", MediumType.Amr)]
    [InlineData("mp3", MediumType.Mp3)]
    [InlineData("m4a", MediumType.Aac)]
    public void What_it_is_is_known_by_its_bytes(string kind, MediumType type) => Assert.Equal(type, Stripper.Strip(Files[kind]())!.Type);

    [Theory]
    [InlineData("jpeg")]
    [InlineData("png")]
    [InlineData("webp")]
    public void Another_program_reads_no_place_and_no_device_in_the_picture(string kind)
    {
        var stripped = Stripper.Strip(Files[kind]())!;

        var told = ImageMetadataReader.ReadMetadata(new MemoryStream(stripped.Bytes.ToArray())).Select(d => d.Name).ToList();

        Assert.DoesNotContain(told, name => name.Contains("Exif", StringComparison.Ordinal) || name.Contains("GPS", StringComparison.Ordinal)
            || name.Contains("XMP", StringComparison.Ordinal) || name.Contains("IPTC", StringComparison.Ordinal) || name.Contains("ICC", StringComparison.Ordinal)
            || name.Contains("Comment", StringComparison.Ordinal) || name.Contains("Photoshop", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("jpeg")]
    [InlineData("webp")]
    public void A_picture_that_lay_on_its_side_stands_upright(string kind)
    {
        using var picture = Image.Load<Rgb24>(Stripper.Strip(Files[kind]())!.Bytes.Span);

        Assert.Equal((32, 48), (picture.Width, picture.Height));
    }

    [Fact]
    public void Voice_in_Ogg_keeps_every_packet_and_tells_the_right_time()
    {
        var pages = OggReading.Pages(Stripper.Strip(MarkedVoices.Ogg(120))!.Bytes.ToArray());

        Assert.All(pages, p => Assert.True(p.ChecksumHolds));
        Assert.Equal(Enumerable.Range(0, pages.Count), pages.Select(p => p.Sequence));
        Assert.Equal(Enumerable.Range(0, 120).Select(MarkedVoices.OpusPacket), pages.Skip(2).SelectMany(p => p.Packets).Take(120));
        Assert.Equal("OpusTags\0\0\0\0\0\0\0\0"u8.ToArray(), pages[1].Packets[0]);
        Assert.Equal(123UL * 960, pages[^1].Granule);
        Assert.True(pages[^1].IsLast);
    }

    [Fact]
    public void Voice_in_an_M4A_comes_out_as_its_frames()
    {
        var stream = Stripper.Strip(MarkedVoices.M4a())!.Bytes.ToArray();

        Assert.All(Enumerable.Range(1, 20), i => Assert.Equal(MarkedVoices.AacFrame(i), stream[((12 * (i - 1)) + 7)..(12 * i)]));
        Assert.Equal(20 * 12, stream.Length);
    }

    [Theory]
    [InlineData("%PDF-1.7 words")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("hello")]
    [InlineData("")]
    public void What_is_no_picture_and_no_voice_is_not_taken(string file) => Assert.Null(Stripper.Strip(Encoding.ASCII.GetBytes(file)));

    [Fact]
    public void A_HEIC_picture_is_not_taken() =>
        Assert.Null(Stripper.Strip((byte[])[.. MarkedVoices.Box("ftyp", "heic\0\0\0\0mif1heic"u8), .. MarkedVoices.Box("meta", new byte[40])]));

    [Fact]
    public void A_file_beyond_what_a_provider_carries_is_not_taken() =>
        Assert.Null(Stripper.Strip((byte[])[.. MarkedVoices.Amr(), .. new byte[Stripper.MostBytes]]));

    /// <summary>Whatever is done to a picture, it is taken without its words or not at all.</summary>
    [Theory]
    [InlineData("jpeg")]
    [InlineData("png")]
    [InlineData("gif")]
    [InlineData("webp")]
    public void A_damaged_picture_never_throws_and_never_comes_through_with_its_words(string kind) => Damaged(kind).Sample(
        file => Stripper.Strip(file) is not { } stripped || !Holds(stripped.Bytes.Span, MarkedPictures.Canary), iter: 400);

    /// <summary>
    /// What a damaged file says is sound can't be told from sound. But nothing else than sound is in what comes out: made anew of
    /// itself it is the same.
    /// </summary>
    [Theory]
    [InlineData("ogg")]
    [InlineData("amr")]
    [InlineData("mp3")]
    [InlineData("m4a")]
    public void A_damaged_voice_file_never_throws_and_comes_out_as_sound_alone(string kind) => Damaged(kind).Sample(
        file => Stripper.Strip(file) is not { } once
            || (Stripper.Strip(once.Bytes) is { } twice && twice.Type == once.Type && twice.Bytes.Span.SequenceEqual(once.Bytes.Span)),
        iter: 2_000);

    [Fact]
    public void Bytes_of_any_kind_never_throw() =>
        Gen.Select(Gen.Int[0, Files.Count - 1].Select(i => Files.Keys.ElementAt(i)), Gen.Byte.Array[0, 400], Gen.Int[0, 40]).Sample(
            (kind, rest, head) =>
            {
                var stripped = Stripper.Strip((byte[])[.. Files[kind]().Take(head), .. rest]);
                return stripped is null || stripped.Bytes.Length > 0;
            },
            iter: 4_000);

    /// <summary>Some bytes changed, and the end cut off; the words themselves stay whole, or not finding them would prove nothing.</summary>
    private static Gen<byte[]> Damaged(string kind)
    {
        var whole = Files[kind]();
        return Gen.Select(Gen.Int[0, whole.Length - 1].Array[0, 6], Gen.Byte, Gen.Int[whole.Length / 2, whole.Length], (at, value, cut) =>
        {
            var file = whole.ToArray();
            foreach (var i in at.Where(i => !IsWithinWords(whole, i)))
            {
                file[i] = value;
            }
            return file[..cut];
        });
    }

    private static bool Holds(ReadOnlySpan<byte> file, string words) => file.IndexOf(Encoding.ASCII.GetBytes(words)) >= 0;

    private static bool IsWithinWords(byte[] file, int at)
    {
        var words = Encoding.ASCII.GetBytes(MarkedPictures.Canary);
        var from = Math.Max(0, at - words.Length + 1);
        var near = file.AsSpan(from, Math.Min(file.Length - from, (2 * words.Length) - 1)).IndexOf(words);
        return near >= 0 && from + near <= at;
    }
}
