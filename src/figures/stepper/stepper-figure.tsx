export default function StepperFigure() {
  return <p>To be drawn.</p>;
}
