using OutreachBot.Channels.Simulator;

namespace OutreachBot.Tests.Channels.Simulator;

public sealed class NumberedOptionsTests
{
    [Theory]
    [InlineData("Aviso KT42, Tarabuco. 1 Acepto 2 Paso 3 No me toca. Si tiene otro abierto: 1 KT42", "Acepto|Paso|No me toca")]
    [InlineData("Conteste en 10 minutos: 1 Acepto 2 Paso", "Acepto|Paso")]
    [InlineData("¿Seguimos? 1 Sí 2 Salir", "Sí|Salir")]
    [InlineData("Su código es 123-456-7890.", "")]
    [InlineData("1 minuto", "")]
    [InlineData("", "")]
    public void Choices_are_read_out_of_the_words(string text, string labels) =>
        Assert.Equal(labels, string.Join('|', NumberedOptions.Read(text)));
}
