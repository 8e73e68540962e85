using CsCheck;
using OutreachBot.Channels.Simulator;

namespace OutreachBot.Tests.Channels.Simulator;

public sealed class NumberedOptionsTests
{
    [Theory]
    [InlineData("Aviso KT42, Tarabuco. 1 Acepto 2 Paso 3 No me toca. Si tiene otro abierto: 1 KT42", "1 Acepto|2 Paso|3 No me toca")]
    [InlineData("Conteste en 10 minutos: 1 Acepto 2 Paso", "1 Acepto|2 Paso")]
    [InlineData("¿Seguimos? 1 Sí 2 Salir", "1 Sí|2 Salir")]
    [InlineData("¿Quién? 1 Nadie 2 Otra persona 0 = saltar", "1 Nadie|2 Otra persona|0 saltar")]
    [InlineData("1 Sí 2 No 9 Que le llamen", "1 Sí|2 No|9 Que le llamen")]
    [InlineData("1 Avisos 2 Mi turno. 9 Coordinación", "1 Avisos|2 Mi turno|9 Coordinación")]
    [InlineData("¿Dónde pasa? Escriba la comunidad. 0 = saltar", "0 saltar")]
    [InlineData("Su código es 123-456-7890.", "")]
    [InlineData("Quedan 9 días y 0 pesos", "")]
    [InlineData("1 minuto", "")]
    [InlineData("", "")]
    public void Answers_at_hand_are_read_out_of_the_words(string text, string answers) =>
        Assert.Equal(answers, string.Join('|', NumberedOptions.Read(text).Select(a => $"{a.Send} {a.Label}")));

    [Fact]
    public void Any_words_at_all_are_read_without_an_exception() =>
        Gen.Char["0123456789 =.\nabñ("].Array[0, 60].Sample(letters =>
            Assert.True(NumberedOptions.Read(new string(letters)).Count <= 10));
}
