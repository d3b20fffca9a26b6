// Colours and sizes near those of Teams.
const palettes = {
  light: { text: '#242424', subtle: '#616161', accent: '#5b5fc7', good: '#237b4b', warning: '#835c00', attention: '#c4314b', back: '#ffffff', emphasis: '#f5f5f5', mine: '#e8ebfa', line: '#e0e0e0' },
  dark: { text: '#ffffff', subtle: '#adadad', accent: '#a6a7dc', good: '#92c353', warning: '#f8d22a', attention: '#f9526b', back: '#292929', emphasis: '#3d3d3d', mine: '#33344a', line: '#5c5c5c' },
};

export function teamsLook(theme) {
  const colour = palettes[theme];
  const shade = (normal, subtle = normal) => ({ default: normal, subtle });
  const foregroundColors = {
    default: shade(colour.text, colour.subtle),
    dark: shade(colour.text, colour.subtle),
    light: shade(colour.text, colour.subtle),
    accent: shade(colour.accent),
    good: shade(colour.good),
    warning: shade(colour.warning),
    attention: shade(colour.attention),
  };
  const style = (backgroundColor) => ({ backgroundColor, foregroundColors, borderColor: colour.line });
  return {
    fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 200, default: 400, bolder: 600 },
    spacing: { small: 8, default: 10, medium: 14, large: 20, extraLarge: 26, padding: 12 },
    separator: { lineThickness: 1, lineColor: colour.line },
    imageSizes: { small: 32, medium: 52, large: 100 },
    containerStyles: {
      default: style(colour.back),
      emphasis: style(colour.emphasis),
      accent: style(colour.mine),
      good: style(colour.emphasis),
      warning: style(colour.emphasis),
      attention: style(colour.emphasis),
    },
    actions: { maxActions: 6, spacing: 'default', buttonSpacing: 6, actionsOrientation: 'horizontal', actionAlignment: 'left', showCard: { actionMode: 'inline' } },
    inputs: { label: { inputSpacing: 4, requiredInputs: { color: 'default', suffix: ' *', suffixColor: 'attention' }, optionalInputs: { color: 'default' } } },
    supportsInteractivity: true,
  };
}
