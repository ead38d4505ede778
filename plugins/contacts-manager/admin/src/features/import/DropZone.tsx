import { Box, Button, Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { Upload } from '@strapi/icons';
import { useEffect, useId, useRef, useState, type ChangeEvent, type DragEvent } from 'react';
import { styled } from 'styled-components';
import { useText } from '../../components/useText';

const ACCEPTED = '.xlsx,.csv,.tsv,.txt,.vcf';

const Zone = styled(Flex)`
  border: 1px dashed ${({ theme }) => theme.colors.neutral300};
  cursor: pointer;

  &[data-over='true'] {
    border-color: ${({ theme }) => theme.colors.primary600};
  }
`;

/** A file dropped beside the zone would otherwise replace the whole admin panel with its contents. */
function useIgnoredDropsElsewhere() {
  useEffect(() => {
    const ignore = (event: globalThis.DragEvent) => event.preventDefault();
    window.addEventListener('dragover', ignore);
    window.addEventListener('drop', ignore);
    return () => {
      window.removeEventListener('dragover', ignore);
      window.removeEventListener('drop', ignore);
    };
  }, []);
}

/** Choose a file by click, by keyboard or by dropping it here. */
export function DropZone({ onFiles }: { onFiles: (files: File[]) => void }) {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  const hintId = useId();
  const [isOver, setIsOver] = useState(false);
  useIgnoredDropsElsewhere();

  const handleChoice = (event: ChangeEvent<HTMLInputElement>) => {
    onFiles(Array.from(event.target.files ?? []));
    // Choosing the same file again, corrected meanwhile, must count as a choice.
    event.target.value = '';
  };
  const handleDrop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    onFiles(Array.from(event.dataTransfer.files));
  };

  return (
    <Zone
      direction="column"
      gap={4}
      padding={{ initial: 7, medium: 10 }}
      hasRadius
      background={isOver ? 'primary100' : 'neutral100'}
      data-over={isOver}
      onClick={() => input.current?.click()}
      onDragEnter={() => setIsOver(true)}
      onDragOver={() => setIsOver(true)}
      onDragLeave={() => setIsOver(false)}
      onDrop={handleDrop}
    >
      <Box color="primary600" aria-hidden>
        <Upload width="3.2rem" height="3.2rem" fill="currentColor" />
      </Box>
      <Typography variant="delta" tag="p" textAlign="center">
        {t('import.drop.title')}
      </Typography>
      <Button
        aria-describedby={hintId}
        onClick={(event) => {
          event.stopPropagation();
          input.current?.click();
        }}
      >
        {t('import.drop.choose')}
      </Button>
      <Typography id={hintId} variant="pi" textColor="neutral600" textAlign="center">
        {t('import.drop.hint')}
      </Typography>
      <VisuallyHidden>
        <input
          ref={input}
          type="file"
          accept={ACCEPTED}
          tabIndex={-1}
          aria-label={t('import.drop.choose')}
          onClick={(event) => event.stopPropagation()}
          onChange={handleChoice}
        />
      </VisuallyHidden>
    </Zone>
  );
}
